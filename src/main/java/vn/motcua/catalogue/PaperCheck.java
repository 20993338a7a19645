package vn.motcua.catalogue;

import java.util.HashSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Papers that the state has given already: whoever must hand in the result of another procedure is told so, and the paper
 * names the result by its code ({@code resultOf}), so that it can be fetched instead of asked for.
 */
final class PaperCheck {

    private static final Pattern AROUND = Pattern.compile("^(các |bản sao |bản chính |bản chụp |bản gốc |một |01 )+"
            + "| \\([^)]*\\)$| (còn hiệu lực|còn thời hạn|còn giá trị|đã cấp|hiện có|cũ)$");

    /** A result's name shorter than this, in words, stands in too many others by chance. */
    private static final int TELLING_WORDS = 3;

    private PaperCheck() {}

    static void check(FolderContent content, Neighbours neighbours, Remarks remarks) {
        var cases = content.folder().procedure().path("cases");
        var codes = new HashSet<String>();
        for (int i = 0; i < cases.size(); i++) {
            var place = "procedure/cases/" + i;
            if (!codes.add(cases.get(i).path("code").asString(""))) {
                remarks.mistake("service.yaml", place + "/code", "two cases have this code; give each its own");
            }
            var papers = new HashSet<String>();
            var components = cases.get(i).path("components");
            for (int j = 0; j < components.size(); j++) {
                var paper = components.get(j);
                var field = place + "/components/" + j;
                if (!papers.add(paper.path("code").asString(""))) {
                    remarks.mistake("service.yaml", field + "/code", "two papers have this code; give each its own");
                }
                paper(content, paper, field, neighbours, remarks);
            }
        }
        for (var result : neighbours.unobtainable()) {
            boolean ours = content.procedure().results().stream().anyMatch(one -> result.equals(one.code()));
            if (ours) {
                remarks.mistake(
                        "service.yaml",
                        "procedure/cases",
                        "nobody can ever get %s: each way to it asks for a paper that in the end asks for %s itself;"
                                + " give a case that does without",
                        result,
                        result);
            }
        }
    }

    private static void paper(
            FolderContent content, JsonNode paper, String field, Neighbours neighbours, Remarks remarks) {
        if (paper.has("resultOf")) {
            var code = paper.path("resultOf").asString();
            if (neighbours.results().stream().noneMatch(result -> result.code().equals(code))) {
                remarks.warning(
                        "service.yaml",
                        field + "/resultOf",
                        "no procedure in this folder gives %s; check the code, or add the procedure that does",
                        code);
            }
            return;
        }
        if (!paper.path("source").asString("").equals("UPLOAD")) {
            return;
        }
        var name = bare(paper.path("name").path("vi").asString(""));
        for (var result : neighbours.results()) {
            if (result.procedure().equals(content.procedure().code().value())) {
                continue;
            }
            var given = bare(result.name());
            if (name.equals(given)) {
                remarks.mistake(
                        "service.yaml",
                        field,
                        "this paper is the result of %s; say so with resultOf: %s",
                        result.procedure(),
                        result.code());
                return;
            }
            if (FolderTexts.words(given) >= TELLING_WORDS && (" " + name + " ").contains(" " + given + " ")) {
                remarks.warning(
                        "service.yaml",
                        field,
                        "this paper may be the result of %s (%s); where it is, add resultOf: %s",
                        result.procedure(),
                        result.name(),
                        result.code());
                return;
            }
        }
    }

    /** A name without what only says how the paper is handed in. */
    private static String bare(String name) {
        var bare = FolderTexts.lower(name).strip();
        for (var before = ""; !bare.equals(before); ) {
            before = bare;
            bare = AROUND.matcher(bare).replaceAll("").strip();
        }
        return bare;
    }
}
