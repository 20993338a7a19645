package vn.motcua.catalogue.editing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.catalogue.editing.Checks.About;
import vn.motcua.web.Messages.Key;

/** What a draft's record must have: every mandatory part (domain rules §1.2), and parts that do not contradict each other. */
@Component
class RecordCheck {

    /** The page on which a mandatory part is written; the others stand on a page of their own name. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("name", "names"),
            Map.entry("levels", "scope"),
            Map.entry("field", "scope"),
            Map.entry("audiences", "scope"),
            Map.entry("authority", "agencies"),
            Map.entry("executing", "agencies"),
            Map.entry("receiving", "agencies"),
            Map.entry("sets", "channels"),
            Map.entry("results.code", "results"),
            Map.entry("legalBasis", "law"),
            Map.entry("feeNote", "fees"));

    private final Agencies agencies;

    RecordCheck(Agencies agencies) {
        this.agencies = agencies;
    }

    void check(About of, ObjectNode tree) {
        Procedure record;
        try {
            record = RecordTree.procedure(tree, 1);
        } catch (RuntimeException e) {
            of.wrong("", "", "catalogue.editing.check.broken");
            return;
        }
        for (var part : RecordTree.missing(record)) {
            missing(of, part, record);
        }
        if (record.related().contains(record.code())) {
            of.wrong("conditions", "related", "catalogue.editing.check.related", record.code());
        }
        channels(of, record);
        cases(of, record);
        for (int i = 0; i < record.legalBasis().size(); i++) {
            var issuer = record.legalBasis().get(i).issuer().code();
            if (issuer != null && agencies.find(issuer).isEmpty()) {
                of.wrong("law", "legalBasis[" + i + "].issuer.code", "catalogue.editing.check.agency", issuer.value());
            }
        }
    }

    private static void missing(About of, String part, Procedure record) {
        if (part.startsWith("components of case ")) {
            var code = part.substring("components of case ".length());
            of.wrong("papers-" + number(record, code), "", "catalogue.editing.check.missing.papers", code);
        } else if (part.startsWith("limit of case ")) {
            var words = part.substring("limit of case ".length()).split(" by ");
            var field = "cases[" + number(record, words[0]) + "].limits." + words[1] + ".quantity";
            of.wrong(
                    "cases",
                    field,
                    "catalogue.editing.check.missing.limit",
                    words[0],
                    new Key("catalogue.channel." + words[1], java.util.List.of()));
        } else {
            of.wrong(
                    PAGES.getOrDefault(part, part),
                    part.equals("field") ? "field.name" : part,
                    "catalogue.editing.check.missing",
                    new Key("catalogue.editing.mandatory." + part, java.util.List.of()),
                    part);
        }
    }

    private static int number(Procedure record, String code) {
        for (int i = 0; i < record.cases().size(); i++) {
            if (record.cases().get(i).code().equals(code)) {
                return i;
            }
        }
        return 0;
    }

    private static void channels(About of, Procedure record) {
        var seen = new HashSet<Offering.Channel>();
        for (int i = 0; i < record.channels().size(); i++) {
            var channel = record.channels().get(i).channel();
            if (!seen.add(channel)) {
                of.wrong(
                        "channels",
                        "channels[" + i + "].channel",
                        "catalogue.editing.check.twice",
                        new Key("catalogue.channel." + channel, java.util.List.of()));
            }
        }
    }

    private static void cases(About of, Procedure record) {
        var seen = new HashSet<String>();
        for (int i = 0; i < record.cases().size(); i++) {
            var kase = record.cases().get(i);
            if (!seen.add(kase.code()) || kase.code().isBlank()) {
                of.wrong("cases", "cases[" + i + "].code", "catalogue.editing.check.case", kase.code());
            }
            var papers = new HashSet<String>();
            for (int paper = 0; paper < kase.components().size(); paper++) {
                var code = kase.components().get(paper).code();
                if (!papers.add(code) || code.isBlank()) {
                    of.wrong(
                            "papers-" + i,
                            "cases[" + i + "].components[" + paper + "].code",
                            "catalogue.editing.check.paper",
                            code);
                }
            }
        }
        for (int i = 0; i < record.fees().size(); i++) {
            var fee = record.fees().get(i);
            if (!seen.containsAll(fee.cases())) {
                of.wrong("fees", "fees[" + i + "].cases", "catalogue.editing.check.fee-case", unknown(fee, seen));
            }
            if (fee.channels().isEmpty()) {
                of.wrong("fees", "fees[" + i + "].channels", "catalogue.editing.check.fee-channel");
            }
        }
    }

    private static String unknown(Procedure.Fee fee, Set<String> cases) {
        return fee.cases().stream().filter(code -> !cases.contains(code)).collect(Collectors.joining(", "));
    }
}
