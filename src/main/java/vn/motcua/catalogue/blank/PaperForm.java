package vn.motcua.catalogue.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.Offering;
import vn.motcua.form.Form;
import vn.motcua.shared.Text;
import vn.motcua.signing.Sheet;
import vn.motcua.web.Messages;

/**
 * A blank paper form made from a form's definition, for those who fill it in by hand: tagged, with an embedded font. It is an
 * official paper, so in Vietnamese; whoever asks for it in English gets the English words beside them.
 */
final class PaperForm {

    private static final Locale VI = Messages.VIETNAMESE;
    private static final String BOX = "[\u00A0\u00A0\u00A0]\u00A0";

    /** Empty lines for a long answer. */
    private static final String ROOM = "\n\n\n";

    private final Offering offering;
    private final Messages messages;
    private final boolean english;

    private PaperForm(Offering offering, Messages messages, boolean english) {
        this.offering = offering;
        this.messages = messages;
        this.english = english;
    }

    static byte[] pdf(Offering offering, Locale locale, Messages messages) {
        return new PaperForm(offering, messages, !locale.getLanguage().equals("vi")).draw();
    }

    private byte[] draw() {
        var sheet = Sheet.of(
                        text("catalogue.forms.paper.title", offering.name()),
                        VI,
                        offering.procedure() + " · " + text("catalogue.forms.paper.version", offering.version()))
                .letterhead(
                        text("catalogue.forms.paper.to"),
                        "..............................",
                        text("catalogue.forms.paper.nation"),
                        text("catalogue.forms.paper.motto"))
                .title(title());
        sheet.note(both("catalogue.forms.paper.how"));
        for (var section : offering.form().sections()) {
            sheet.heading(both(section.title()));
            sheet.table(
                    List.of(text("catalogue.forms.paper.asked"), text("catalogue.forms.paper.answer")),
                    section.fields().stream()
                            .map(field -> List.of(label(field), answer(field)))
                            .toList(),
                    List.of(5, 8));
        }
        sheet.heading(both("catalogue.forms.paper.papers"));
        for (var kase : offering.cases()) {
            sheet.table(
                    List.of(text("catalogue.checklist.have"), both(kase.name()), text("catalogue.checklist.count")),
                    papers(kase),
                    List.of(2, 9, 3));
        }
        return sheet.paragraph(both("catalogue.forms.paper.promise"))
                .gap(6)
                .paragraph(text("catalogue.forms.paper.date"))
                .paragraph(both("catalogue.forms.paper.signature"))
                .gap(24)
                .pdf();
    }

    /** The name of the form as the record has it, else that of the procedure. */
    private String title() {
        return offering.cases().stream()
                .flatMap(kase -> kase.components().stream())
                .filter(paper -> paper.source() == Offering.Source.FORM)
                .map(paper -> both(paper.name()))
                .findFirst()
                .orElse(both(offering.name()));
    }

    private List<List<String>> papers(Offering.Case kase) {
        var rows = new ArrayList<List<String>>();
        for (var paper : kase.components()) {
            if (paper.source() != Offering.Source.FORM) {
                rows.add(List.of(BOX, both(paper.name()), copies(paper)));
            }
        }
        return rows;
    }

    private String copies(Offering.Component paper) {
        return Stream.of(
                        paper.originals() == 0 ? "" : text("catalogue.checklist.originals", paper.originals()),
                        paper.copies() == 0 ? "" : text("catalogue.checklist.copies", paper.copies()))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String label(Form.Field field) {
        var label = both(field.label());
        if (!field.required() || field.when() != null) {
            label += " " + text("catalogue.forms.paper.if-any");
        }
        var hint = field.hint() == null ? "" : "\n(" + both(field.hint()) + ")";
        return label + hint + (field.type() == Form.Type.LONG_TEXT ? ROOM : "");
    }

    private String answer(Form.Field field) {
        return switch (field.type()) {
            case CHOICE ->
                field.choices().stream()
                        .map(choice -> BOX + both(choice.label()).replace(' ', '\u00A0'))
                        .collect(Collectors.joining(longest(field) > 20 ? "\n" : "   "));
            case DATE -> text("catalogue.forms.paper.day");
            case DECLARATION -> BOX + text("catalogue.forms.paper.yes");
            case MONEY -> text("catalogue.forms.paper.money");
            case TEXT, LONG_TEXT, NUMBER, IDENTITY_NUMBER, PHONE, EMAIL -> "\n"; // high enough for a hand
        };
    }

    private int longest(Form.Field field) {
        return field.choices().stream()
                .mapToInt(choice -> both(choice.label()).length())
                .max()
                .orElse(0);
    }

    private String both(Text text) {
        return english && !text.en().isBlank() && !text.en().equals(text.vi())
                ? text.vi() + " / " + text.en()
                : text.vi();
    }

    private String both(String key) {
        return both(new Text(messages.text(VI, key), messages.text(Locale.ENGLISH, key)));
    }

    private String text(String key, Object... args) {
        return messages.text(VI, key, args);
    }
}
