package vn.motcua.catalogue.editing;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProvinceValues;
import vn.motcua.catalogue.editing.Part.Kind;
import vn.motcua.shared.Problem;
import vn.motcua.time.Limit;

/** Every mandatory part of a record (domain rules §1.2) as the editor asks for it, page by page, with its limits. */
public final class Sections {

    private static final int SHORT = 300;
    private static final int SENTENCE = 1_000;
    private static final int NAME = 2_000; // the longest in the national database has 1,796 characters
    private static final int LONG = 30_000; // the longest description of steps there has 22,855
    private static final long MOST_MONEY = 1_000_000_000_000L;

    private static final Part FROM = Part.of("effectiveFrom", Kind.DAY, 10);
    private static final Part[] LIMITS = {
        Part.choice("limits.DIRECT", Kind.LIMIT, "catalogue.editing.unit.", Limit.Unit.values())
                .orNothing(),
        Part.choice("limits.ONLINE", Kind.LIMIT, "catalogue.editing.unit.", Limit.Unit.values())
                .orNothing(),
        Part.choice("limits.POSTAL", Kind.LIMIT, "catalogue.editing.unit.", Limit.Unit.values())
                .orNothing()
    };

    private Sections() {}

    private static final List<Section> RECORD = List.of(
            Section.of(
                    "names",
                    FROM,
                    Part.words("name", NAME),
                    Part.words("everyday", SHORT).orNothing(),
                    Part.words("summary", SENTENCE).orNothing(),
                    Part.of("keywords", Kind.LINES, SHORT).orNothing()),
            Section.of(
                    "scope",
                    Part.choice("levels", Kind.MANY, "catalogue.procedure.level.", Procedure.Level.values()),
                    Part.choice("kind", Kind.ONE, "catalogue.procedure.kind.", Procedure.Kind.values()),
                    Part.of("field.code", Kind.LINE, 20).orNothing(),
                    Part.words("field.name", SHORT),
                    Part.choice("audiences", Kind.MANY, "catalogue.procedure.audience.", Procedure.Audience.values()),
                    Part.choice("lifeEvents", Kind.MANY, "catalogue.event.", Procedure.LifeEvent.values())
                            .orNothing()),
            Section.of(
                    "agencies",
                    Part.words("authority", SENTENCE),
                    Part.of("executing", Kind.WORD_LINES, SENTENCE),
                    Part.words("receiving", NAME)),
            Section.of("steps").with("steps", "steps", 100, Part.words("name", NAME), Part.words("text", LONG)),
            Section.of("channels", Part.of("sets", Kind.WHOLE, 100))
                    .with(
                            "channels",
                            "channels",
                            6,
                            Part.choice("channel", Kind.ONE, "catalogue.channel.", Offering.Channel.values()),
                            Part.words("todo", LONG)),
            Section.of("cases")
                    .with(
                            "cases",
                            "cases",
                            60,
                            Part.of("code", Kind.LINE, 10),
                            Part.choice("kind", Kind.ONE, "catalogue.editing.case.", Offering.Case.Kind.values()),
                            Part.words("name", NAME),
                            Part.of("notes", Kind.WORD_LINES, LONG).orNothing(),
                            LIMITS[0],
                            LIMITS[1],
                            LIMITS[2]),
            Section.of("fees", Part.of("feesVary", Kind.FLAG, 0), Part.words("feeNote", NAME))
                    .with(
                            "fees",
                            "fees",
                            300,
                            Part.choice("kind", Kind.ONE, "catalogue.editing.fee.", "PHI", "LE_PHI", "OTHER"),
                            Part.words("name", NAME),
                            Part.of("amount", Kind.WHOLE, MOST_MONEY),
                            Part.choice("channels", Kind.MANY, "catalogue.channel.", Offering.Channel.values()),
                            Part.of("cases", Kind.LINES, 10).orNothing(),
                            Part.of("when", Kind.CONDITION, 500).orNothing(),
                            Part.of("validFrom", Kind.DAY, 10),
                            Part.of("validTo", Kind.DAY, 10).orNothing(),
                            Part.of("basis", Kind.LINE, SHORT),
                            Part.words("why", NAME).orNothing()),
            Section.of("results")
                    .with(
                            "results",
                            "results",
                            50,
                            Part.of("code", Kind.LINE, 40).orNothing(),
                            Part.words("name", NAME)),
            Section.of("law")
                    .with(
                            "legalBasis",
                            "law",
                            150,
                            Part.of("number", Kind.LINE, SHORT),
                            Part.words("title", NAME),
                            Part.of("date", Kind.DAY, 10).orNothing(),
                            Part.of("issuer.code", Kind.AGENCY, 20).orNothing(),
                            Part.words("issuer.name", SHORT)),
            Section.of(
                    "conditions",
                    Part.words("conditions", LONG),
                    Part.of("related", Kind.PROCEDURES, 10).orNothing()),
            Section.of("gaps").with("gaps", "gaps", 40, Part.of("part", Kind.LINE, 100), Part.words("text", SENTENCE)));

    private static final List<Section> END = List.of(
            Section.of("end", FROM, Part.of("successors", Kind.PROCEDURES, 10).orNothing()));

    private static final List<Section> PROVINCE = List.of(Section.of("values", FROM)
            .with(
                    "values",
                    "values",
                    9,
                    Part.choice("part", Kind.ONE, "catalogue.editing.province.", ProvinceValues.Part.values()),
                    Part.words("text", LONG),
                    Part.of("amount", Kind.WHOLE, MOST_MONEY).orNothing(),
                    Part.of("basis", Kind.LINE, SHORT),
                    Part.of("validTo", Kind.DAY, 10).orNothing()));

    /** The pages of a draft in their order; each case has one for its papers, after that of the cases. */
    public static List<Section> of(Item.Kind kind, ObjectNode content) {
        return switch (kind) {
            case NEW, CHANGE -> record(content);
            case RETIRE -> END;
            case PROVINCE_VALUE -> PROVINCE;
        };
    }

    /** The pages of a whole record. */
    public static List<Section> record(ObjectNode content) {
        var sections = new ArrayList<Section>();
        for (var section : RECORD) {
            sections.add(section);
            if (section.code().equals("cases")) {
                for (int i = 0; i < content.path("cases").size(); i++) {
                    sections.add(papers(i));
                }
            }
        }
        return sections;
    }

    /** A record as it was published, with its end and what replaced it. */
    public static List<Section> published(ObjectNode content) {
        var sections = record(content);
        sections.add(
                Section.of("end", Part.of("effectiveTo", Kind.DAY, 10), Part.of("successors", Kind.PROCEDURES, 10)));
        return sections;
    }

    /** The page on which a province says its values. */
    static Section values() {
        return PROVINCE.getFirst();
    }

    private static Section papers(int number) {
        return Section.of("papers-" + number)
                .with(
                        "cases[" + number + "].components",
                        "papers",
                        200,
                        Part.of("code", Kind.LINE, 64),
                        Part.words("name", NAME),
                        Part.of("required", Kind.FLAG, 0),
                        Part.of("present", Kind.FLAG, 0),
                        Part.choice("source", Kind.ONE, "catalogue.editing.source.", Offering.Source.values()),
                        Part.of("originals", Kind.WHOLE, 100),
                        Part.of("copies", Kind.WHOLE, 100),
                        Part.of("form", Kind.LINE, SHORT).orNothing(),
                        Part.of("when", Kind.CONDITION, 500).orNothing(),
                        Part.words("why", NAME).orNothing());
    }

    /** The page of that name; the first where none is named. */
    public static Section find(Item item, String code) {
        var all = of(item.kind(), item.content());
        return code.isEmpty()
                ? all.getFirst()
                : all.stream()
                        .filter(section -> section.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("catalogue.editing.section"));
    }
}
