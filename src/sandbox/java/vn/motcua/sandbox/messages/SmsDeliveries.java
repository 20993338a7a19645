package vn.motcua.sandbox.messages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import tools.jackson.databind.JsonNode;
import vn.motcua.sandbox.Faults;
import vn.motcua.sandbox.Ledger;
import vn.motcua.sandbox.door.Json;

/**
 * What the SMS centre has to bring to the portal: receipts for messages that arrived, and messages from outside. Each is
 * tried until a bound session takes it, also after a restart; at most {@value #AT_ONCE} are under way at once.
 */
final class SmsDeliveries {

    private static final int AT_ONCE = 8;
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm");
    private static final byte DELIVERED = 2;

    private final Ledger ledger;
    private final Faults faults;
    private final Map<String, JsonNode> waiting = new LinkedHashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final Set<SMPPServerSession> sessions = new LinkedHashSet<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    SmsDeliveries(Ledger ledger, Faults faults) {
        this.ledger = ledger;
        this.faults = faults;
        ledger.reads("sms-in", (line, _) -> owe(line));
        ledger.reads("sms-delivered", (line, _) -> forget(line.get("smscId").asString()));
    }

    /** Writes down that this is still to be brought. */
    synchronized void owe(JsonNode line) {
        waiting.put(line.get("smscId").asString(), line);
    }

    /** Brings one thing now, when it is owed and somebody can take it. */
    void bring(String smscId) {
        synchronized (this) {
            if (!waiting.containsKey(smscId) || !underWay.add(smscId)) {
                return;
            }
        }
        Thread.startVirtualThread(() -> {
            places.acquireUninterruptibly();
            try {
                attempt(smscId);
            } finally {
                places.release();
            }
        });
    }

    /** A session that can receive was bound: everything owed is brought. */
    void open(SMPPServerSession session) {
        List<String> owed;
        synchronized (this) {
            sessions.add(session);
            owed = List.copyOf(waiting.keySet());
        }
        owed.forEach(this::bring);
    }

    synchronized void close(SMPPServerSession session) {
        sessions.remove(session);
    }

    private void attempt(String smscId) {
        JsonNode line;
        SMPPServerSession session;
        synchronized (this) {
            line = waiting.get(smscId);
            session = sessions.stream().filter(s -> s.getSessionState().isReceivable()).findAny().orElse(null);
            if (line == null || session == null) {
                underWay.remove(smscId);
                return;
            }
        }
        try {
            deliver(session, line);
            ledger.note(Json.object().put("kind", "sms-delivered").put("smscId", smscId));
            forget(smscId);
        } catch (Exception _) { // negative answer, time-out, broken connection: all mean "not yet"
            synchronized (this) {
                underWay.remove(smscId);
            }
            Faults.pause(NEXT_TRY);
            bring(smscId);
        }
    }

    private synchronized void forget(String smscId) {
        waiting.remove(smscId);
        underWay.remove(smscId);
    }

    private void deliver(SMPPServerSession session, JsonNode line) throws Exception {
        if (line.get("kind").asString().equals("sms-in")) {
            fromOutside(session, line);
            return;
        }
        if (faults.meet(Faults.Target.SMS, Faults.Mode.DROP_CALLBACK).isPresent()) {
            return;
        }
        receipt(session, line);
        if (faults.meet(Faults.Target.SMS, Faults.Mode.DUPLICATE_CALLBACK).isPresent()) {
            receipt(session, line);
        }
    }

    private static void receipt(SMPPServerSession session, JsonNode line) throws Exception {
        var id = line.get("smscId").asString();
        var at = OffsetDateTime.parse(line.get("at").asString()).format(MINUTE);
        var text = line.get("text").asString().replaceAll("[^ -~]", "?");
        var words = "id:%s sub:001 dlvrd:001 submit date:%s done date:%s stat:DELIVRD err:000 text:%s"
                .formatted(id, at, at, text.substring(0, Math.min(20, text.length())));
        send(
                session,
                line.get("to").asString(),
                line.get("from").asString(),
                new ESMClass(4),
                SmsText.GSM,
                words.getBytes(StandardCharsets.US_ASCII),
                new OptionalParameter.COctetString(Tag.RECEIPTED_MESSAGE_ID.code(), id),
                new OptionalParameter.Byte(Tag.MESSAGE_STATE, DELIVERED));
    }

    private static void fromOutside(SMPPServerSession session, JsonNode line) throws Exception {
        var text = line.get("text").asString();
        var gsm = SmsText.encodeGsm(text);
        int coding = gsm == null ? SmsText.UCS_2 : SmsText.GSM;
        var octets = gsm == null ? text.getBytes(StandardCharsets.UTF_16BE) : gsm;
        var from = line.get("from").asString();
        var to = line.get("to").asString();
        if (octets.length <= 140) {
            send(session, from, to, new ESMClass(), coding, octets);
        } else {
            var payload = new OptionalParameter.OctetString(Tag.MESSAGE_PAYLOAD.code(), octets);
            send(session, from, to, new ESMClass(), coding, new byte[0], payload);
        }
    }

    private static void send(
            SMPPServerSession session,
            String from,
            String to,
            ESMClass kind,
            int coding,
            byte[] octets,
            OptionalParameter... more)
            throws Exception {
        session.deliverShortMessage(
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.ISDN,
                from,
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.ISDN,
                to,
                kind,
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.newInstance((byte) coding),
                octets,
                more);
    }
}
