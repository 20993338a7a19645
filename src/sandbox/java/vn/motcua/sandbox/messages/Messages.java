package vn.motcua.sandbox.messages;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.sandbox.Ledger;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Door;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.door.Refusal;

/**
 * Every copy of every message that reached somebody. The texts stay in the ledger; in memory are the places of the lines,
 * for all and for each receiver. A message's id is its number, from 1.
 */
public final class Messages {

    private static final Pattern INTERNATIONAL = Pattern.compile("\\+?84(\\d{8,10})");

    private final Ledger ledger;
    private final Numbers places = new Numbers();
    private final Map<String, Numbers> idsByReceiver = new HashMap<>();

    public Messages(Ledger ledger, Door door) {
        this.ledger = ledger;
        ledger.reads("message", (line, offset) -> index(line.get("to").asString(), offset));
        door.on("GET /messages", this::list);
    }

    /** A line for the ledger; more fields may be put into it. */
    static ObjectNode line(String channel, String to, String subject, String text, @Nullable String reference) {
        return Json.object()
                .put("kind", "message")
                .put("channel", channel)
                .put("to", receiver(to))
                .put("subject", subject)
                .put("text", text)
                .put("reference", reference);
    }

    /** Phones in the form 0912000017, mail addresses in small letters. */
    static String receiver(String address) {
        var phone = INTERNATIONAL.matcher(address.strip());
        return phone.matches() ? "0" + phone.group(1) : address.strip().toLowerCase(Locale.ROOT);
    }

    private synchronized void index(String receiver, long offset) {
        places.add(offset);
        idsByReceiver.computeIfAbsent(receiver, _ -> new Numbers()).add(places.size());
    }

    private void list(Call call) throws IOException {
        var query = call.query("to", "after");
        long after = after(query.get("after"));
        var to = query.get("to");
        var ids = ids(to == null ? null : receiver(to), after);
        try (var out = call.stream("application/json")) {
            out.write('[');
            for (int i = 0; i < ids.length; i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(Json.MAPPER.writeValueAsBytes(message(ids[i])));
            }
            out.write(']');
        }
    }

    private synchronized long[] ids(@Nullable String to, long after) {
        if (to != null) {
            return idsByReceiver.getOrDefault(to, new Numbers()).above(after);
        }
        int from = (int) Math.min(after, places.size());
        var ids = new long[places.size() - from];
        Arrays.setAll(ids, i -> from + i + 1L);
        return ids;
    }

    private ObjectNode message(long id) {
        long place;
        synchronized (this) {
            place = places.get((int) id - 1);
        }
        var line = ledger.line(place);
        var message = Json.object().put("id", id);
        for (var field : new String[] {"channel", "to", "subject", "text", "reference", "at"}) {
            message.set(field, line.get(field));
        }
        return message;
    }

    private static long after(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        try {
            long after = Long.parseLong(text);
            if (after >= 0) {
                return after;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw Refusal.invalid("after", "number", "must be the id of a message");
    }

    /** Numbers in the order in which they came, eight bytes each. */
    private static final class Numbers {
        private long[] values = new long[4];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long get(int index) {
            return values[index];
        }

        int size() {
            return size;
        }

        long[] above(long value) {
            int at = Arrays.binarySearch(values, 0, size, value);
            return Arrays.copyOfRange(values, at < 0 ? -at - 1 : at + 1, size);
        }
    }
}
