package vn.motcua.sandbox.messages;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts of long messages that wait for the others. */
final class SmsParts {

    private final Map<String, TreeMap<Integer, String>> waiting = new HashMap<>();

    /** Takes a part in; gives the whole text when it was the last one missing, otherwise an empty text. */
    String join(Submitted sms, Submitted.Part part) {
        var key = key(sms.from(), sms.to(), part.reference(), part.count());
        var texts = waiting.computeIfAbsent(key, _ -> new TreeMap<>());
        texts.put(part.number(), sms.text());
        if (texts.size() < part.count()) {
            return "";
        }
        waiting.remove(key);
        return String.join("", texts.values());
    }

    /** A part as a line of the ledger. */
    static ObjectNode fill(ObjectNode line, Submitted sms, Submitted.Part part) {
        return line.put("from", sms.from())
                .put("to", sms.to())
                .put("text", sms.text())
                .put("part", part.reference())
                .put("count", part.count())
                .put("number", part.number());
    }

    /** What {@link #fill} wrote, after a restart. */
    void remember(JsonNode line) {
        waiting.computeIfAbsent(key(line), _ -> new TreeMap<>())
                .put(line.get("number").asInt(), line.get("text").asString());
    }

    /** The message of these parts is whole. */
    void forget(JsonNode line) {
        waiting.remove(key(line));
    }

    private static String key(JsonNode line) {
        return key(
                line.get("from").asString(),
                line.get("to").asString(),
                line.get("part").asInt(),
                line.get("count").asInt());
    }

    private static String key(String from, String to, int reference, int count) {
        return from + '\n' + to + '\n' + reference + '\n' + count;
    }
}
