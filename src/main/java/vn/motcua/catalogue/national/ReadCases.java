package vn.motcua.catalogue.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Case;
import vn.motcua.catalogue.Offering.Case.Kind;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.catalogue.Offering.Component;
import vn.motcua.shared.Text;
import vn.motcua.time.Limit;

/** The cases of a record: what is a choice, what is a part of the papers, and what is only a remark; and their papers. */
final class ReadCases {

    private static final Pattern NOTE = Pattern.compile("(?iu)^\\W*(lưu ý|ghi chú|chú ý)(?!\\p{L}).*");
    private static final Pattern PRESENT =
            Pattern.compile("(?iu)^\\W*(các )?(giấy tờ|hồ sơ)?[^.]{0,12}\\bxuất trình\\b.*");
    private static final Pattern SUBMIT = Pattern.compile(
            "(?iu)^\\W*(\\p{L}\\W)? ?(các )?(giấy tờ (phải )?nộp|thành phần hồ sơ|hồ sơ gồm|hồ sơ bao gồm|bao gồm|thành phần)\\b.*");
    private static final Pattern CHOICE = Pattern.compile(
            "(?iu)^\\W*(\\(?[\\p{L}\\d.]{1,4}\\)?\\W{0,3})?(đối với|trường hợp|hồ sơ (đề nghị |cấp|đăng ký)|khi |nếu |cấp |đăng ký|gia hạn|thay đổi).*");
    private static final Pattern SHOWN =
            Pattern.compile("(?iu)(^\\W*xuất trình\\b|\\(xuất trình\\)|để xuất trình|để đối chiếu)");
    private static final Pattern IF_ANY = Pattern.compile("(?iu)(nếu có|trường hợp|đối với|nếu |hoặc)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern FILE_BEHIND = Pattern.compile("(?<=[\\p{Ll}).;,”\"])(?=[\\p{Lu}\\d])");

    private static final int MAX_COPIES = 50;
    private static final int MAX_NAME = 2_000;

    private final Source record;
    private final Map<Channel, Limit> limits;
    private final List<Case> read = new ArrayList<>();

    ReadCases(Source record, Map<Channel, Limit> limits) {
        this.record = record;
        this.limits = limits;
    }

    List<Case> read() {
        var cases = record.all("cases");
        for (int i = 0; i < cases.size(); i++) {
            read(cases.get(i), "cases[" + i + "]", cases.size());
        }
        if (read.stream().noneMatch(kase -> kase.kind() != Kind.NOTE)) {
            record.doubt("cases", Doubt.Kind.PART_MISSING, "");
            read.addFirst(kase(Kind.ALTERNATIVE, new Text("Hồ sơ", "Papers"), List.of(), List.of()));
        }
        return List.copyOf(read);
    }

    private void read(Source kase, String part, int all) {
        var said = kase.line("case");
        var kind = kind(said, all, part);
        var notes = new ArrayList<Text>();
        var papers = new ArrayList<Component>();
        if (kind == Kind.NOTE && said.length() > 20) {
            notes.add(Text.vietnamese(said));
        }
        var documents = kase.all("documents");
        for (int i = 0; i < documents.size(); i++) {
            var name = documents.get(i).line("name");
            if (kind == Kind.NOTE || NOTE.matcher(name).matches()) {
                notes.add(Text.vietnamese(name));
                record.doubt(part + ".documents[" + i + "]", Doubt.Kind.NOTE_AS_CASE, name);
            } else if (!WORD.matcher(name).find() || name.equalsIgnoreCase("hoặc") || name.equalsIgnoreCase("và")) {
                record.doubt(part + ".documents[" + i + "]", Doubt.Kind.PAPER_IS_FRAGMENT, name);
            } else {
                papers.add(paper(
                        documents.get(i),
                        part + ".documents[" + i + "]",
                        kind == Kind.SECTION_PRESENT,
                        papers.size() + 1));
            }
        }
        if (kind != Kind.NOTE || !notes.isEmpty()) {
            read.add(kase(kind, name(kind, said, all), notes, papers));
        }
    }

    private Case kase(Kind kind, Text name, List<Text> notes, List<Component> papers) {
        var code = String.format("%02d", read.size() + 1);
        return new Case(code, kind, name, notes, papers, kind == Kind.NOTE ? Map.of() : limits);
    }

    private Kind kind(String said, int all, String part) {
        if (NOTE.matcher(said).matches()) {
            record.doubt(part, Doubt.Kind.NOTE_AS_CASE, said);
            return Kind.NOTE;
        }
        if (PRESENT.matcher(said).matches()) {
            return Kind.SECTION_PRESENT;
        }
        if (SUBMIT.matcher(said).matches()) {
            return all == 1 ? Kind.ALTERNATIVE : Kind.SECTION_SUBMIT;
        }
        if (all > 1 && !CHOICE.matcher(said).matches()) {
            record.doubt(part, Doubt.Kind.CASE_KIND_GUESSED, said);
            return said.isEmpty() ? Kind.SECTION_SUBMIT : Kind.ALTERNATIVE;
        }
        return Kind.ALTERNATIVE;
    }

    private static Text name(Kind kind, String said, int all) {
        if (!said.isEmpty()
                && (all > 1 || kind != Kind.ALTERNATIVE || !SUBMIT.matcher(said).matches())) {
            return Text.vietnamese(said);
        }
        return switch (kind) {
            case ALTERNATIVE -> new Text("Hồ sơ", "Papers");
            case SECTION_SUBMIT -> new Text("Giấy tờ phải nộp", "Papers to hand in");
            case SECTION_PRESENT -> new Text("Giấy tờ phải xuất trình", "Papers to show");
            case NOTE -> new Text("Lưu ý", "Note");
        };
    }

    private Component paper(Source paper, String part, boolean present, int number) {
        var name = paper.line("name");
        var form = paper.line("form");
        if (!paper.line("file").isEmpty()) {
            form = paper.line("file");
        } else if (!form.isEmpty()) {
            int behind = behind(name);
            form = behind < 0 ? form : name.substring(behind) + " " + form;
            name = behind < 0 ? name : name.substring(0, behind);
        }
        name = name.replaceFirst("^[-+*•.\\s]+", "").replaceFirst("[;,\\s]+$", "");
        if (name.length() > MAX_NAME) {
            record.doubt(part, Doubt.Kind.TEXT_CUT, name);
            name = name.substring(0, MAX_NAME);
        }
        var shown = present || SHOWN.matcher(name).find();
        return new Component(
                code(paper, number),
                Text.vietnamese(name),
                !IF_ANY.matcher(name).find(),
                null,
                shown,
                Offering.Source.UPLOAD,
                null,
                quantity(paper, "original", part),
                quantity(paper, "copy", part),
                form.isEmpty() ? null : form,
                null);
    }

    /** Where the name of a file was glued to the name of the paper: {@code (mẫu NA17)101-Mau A17 tam tru}. */
    private static int behind(String name) {
        var matcher = FILE_BEHIND.matcher(name);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last > 3 && name.length() - last <= 120 ? last : -1;
    }

    /** The national code where the record has it, which is also how an earlier result is recognised. */
    private static String code(Source paper, int number) {
        var code = paper.line("code");
        return code.matches("[\\w.-]{1,40}") ? code : "p" + number;
    }

    private int quantity(Source paper, String field, String part) {
        @Nullable Double number = paper.number(field);
        if (number == null || number < 0 || number > MAX_COPIES) {
            record.doubt(part + "." + field, Doubt.Kind.QUANTITY, String.valueOf(number));
            return 0;
        }
        return number.intValue();
    }
}
