package vn.motcua.catalogue.national;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A record in the shape of the new national portal, told in the shape of the JSON Lines that the reader knows. */
final class PortalShape {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode portal;
    private final ObjectNode line = JSON.createObjectNode();

    private PortalShape(JsonNode portal) {
        this.portal = portal;
    }

    static boolean isOne(JsonNode tree) {
        return tree.has("executionMethods") || tree.has("executionCases") || tree.has("codeNotation");
    }

    static ObjectNode line(JsonNode portal) {
        return new PortalShape(portal).line();
    }

    private ObjectNode line() {
        line.put("code", text("code"));
        line.put("name", text("name"));
        line.put("promulgatingAgency", text("departmentPromulgateName"));
        line.put("promulgatingAgencyCode", text("departmentPromulgateCode"));
        decision();
        line.put("type", text("formalityType"));
        levels();
        line.put("field", portal.at("/categoriesDetails/0/name").asString(""));
        line.put("fieldCode", portal.at("/categoriesDetails/0/code").asString(""));
        names("subjectTypesDetails", "subjects");
        line.put("authority", joined("departmentsAuthority"));
        line.put("receivingAddress", text("dossierReceivingAddresses"));
        names("departmentsExecuting", "executing");
        if (line.path("executing").isEmpty() && !text("executingAgencies").isEmpty()) {
            line.putArray("executing").add(text("executingAgencies"));
        }
        steps();
        channels();
        cases();
        laws();
        results();
        line.put("conditions", text("requirementsAndConditions"));
        line.put("keywords", text("keywords"));
        line.put("description", text("description"));
        related();
        return line;
    }

    private String text(String field) {
        return portal.path(field).asString("");
    }

    private void decision() {
        var proposal = portal.path("procedureProposal");
        var number = proposal.path("decisionNumber").asString("");
        number = number.isBlank() ? text("decisionNo") : number;
        line.put("decision", number.isBlank() ? proposal.path("proposalNumber").asString("") : number);
        if (proposal.path("decisionDate").isIntegralNumber()) {
            line.put("decisionDate", proposal.path("decisionDate").asLong());
        }
    }

    private void levels() {
        var levels = line.putArray("levels");
        level(levels, "isMinistry", "Cấp bộ");
        level(levels, "isProvince", "Cấp tỉnh");
        level(levels, "isWard", "Cấp xã");
        level(levels, "isOtherAgency", "Cơ quan khác");
    }

    private void level(ArrayNode levels, String flag, String name) {
        if (portal.path(flag).asBoolean(false)) {
            levels.add(name);
        }
    }

    private void names(String from, String to) {
        var names = line.putArray(to);
        portal.path(from).forEach(detail -> names.add(detail.path("name").asString("")));
    }

    private String joined(String from) {
        var names = new java.util.StringJoiner(", ");
        portal.path(from).forEach(detail -> names.add(detail.path("name").asString("")));
        return names.toString();
    }

    private void steps() {
        var steps = new StringBuilder();
        portal.path("executionSteps").forEach(step -> {
            var name = step.path("name").asString("");
            steps.append(name).append(name.isEmpty() ? "" : "\n");
            steps.append(step.path("description").asString("")).append('\n');
        });
        line.put("steps", steps.toString());
    }

    private void channels() {
        var channels = line.putArray("channels");
        portal.path("executionMethods").forEach(method -> {
            var channel = channels.addObject();
            channel.put("channel", method.path("submissionMethod").asString(""));
            channel.set("time", method.path("processingTime"));
            channel.put("unit", method.path("processingTimeUnit").asString(""));
            var text = new StringBuilder();
            boolean free = !method.path("fees").isEmpty();
            for (var fee : method.path("fees")) {
                var amount = fee.path("value").asLong(0);
                free &= amount == 0;
                if (amount > 0) {
                    text.append(String.format(Locale.US, "%,d VNĐ", amount));
                }
                var why = fee.path("description").asString("");
                text.append(why.isBlank() ? "" : "(" + why + ")");
            }
            channel.put("feeText", text + method.path("description").asString(""));
            channel.put("free", free);
        });
    }

    private void cases() {
        var cases = line.putArray("cases");
        portal.path("executionCases").forEach(kase -> {
            var documents = cases.addObject()
                    .put("case", kase.path("name").asString(""))
                    .putArray("documents");
            kase.path("profileComponents").forEach(paper -> {
                var document = documents.addObject();
                document.put("name", paper.path("name").asString(""));
                document.put("code", paper.path("code").asString(""));
                document.put("original", paper.path("originalQty").asInt(0));
                document.put("copy", paper.path("copyQty").asInt(0));
                document.put("file", paper.at("/attachments/0/fileName").asString(""));
            });
        });
    }

    private void laws() {
        var laws = line.putArray("legalTexts");
        portal.path("legalBasisesDetails").forEach(law -> laws.addObject()
                .put("number", law.path("code").asString(""))
                .put("title", law.path("name").asString("")));
    }

    private void results() {
        var results = line.putArray("results");
        portal.path("resultsDetails").forEach(result -> results.addObject()
                .put("name", result.path("name").asString(""))
                .put("code", result.path("code").asString("")));
    }

    private void related() {
        var related = line.putArray("relatedCodes");
        portal.path("procedureRelatedGroup")
                .forEach(other -> related.add(other.path("code").asString("")));
    }
}
