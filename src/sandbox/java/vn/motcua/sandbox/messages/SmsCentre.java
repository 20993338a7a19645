package vn.motcua.sandbox.messages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.sandbox.Faults;
import vn.motcua.sandbox.Ledger;
import vn.motcua.sandbox.PortalLink;
import vn.motcua.sandbox.Secrets;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Door;
import vn.motcua.sandbox.door.Json;

/**
 * An SMS centre that speaks SMPP 3.4. A message is acknowledged (submit_sm_resp) when it is on the disk, and a receipt
 * follows where one was asked for. Refuses to bind without the account of the secrets file.
 */
public final class SmsCentre implements AutoCloseable {

    private static final int AT_ONCE = 24; // so many submissions share a flush of the ledger
    private static final int BIND_TIMEOUT_MS = 5_000;

    private final Ledger ledger;
    private final PortalLink portal;
    private final Faults faults;
    private final Secrets.Smpp account;
    private final SmsParts parts = new SmsParts();
    private final SmsDeliveries deliveries;
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private @Nullable SMPPServerSessionListener listener;

    public SmsCentre(Ledger ledger, PortalLink portal, Faults faults, Secrets.Smpp account) {
        this.ledger = ledger;
        this.portal = portal;
        this.faults = faults;
        this.account = account;
        deliveries = new SmsDeliveries(ledger, faults);
        ledger.reads("sms-part", (line, _) -> remember(line));
        ledger.reads("message", (line, _) -> remember(line));
    }

    /** Begins to listen; answers the port. */
    public int open(int port, Door door) throws IOException {
        door.on("POST /sms", this::fromOutside);
        var socket = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        var opened = new SMPPServerSessionListener(port, new OnLoopback(socket));
        opened.setPduProcessorDegree(AT_ONCE);
        opened.setMessageReceiverListener(new Submissions(this::accept));
        opened.setResponseDeliveryListener(new ServerResponseDeliveryAdapter() {
            @Override
            public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession session) {
                deliveries.bring(result.getMessageId());
            }
        });
        listener = opened;
        Thread.ofPlatform().name("smpp").daemon().start(() -> listen(opened));
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        if (listener != null) {
            listener.close();
        }
        sessions.forEach(SMPPServerSession::close);
    }

    private void listen(SMPPServerSessionListener opened) {
        while (true) {
            try {
                var session = opened.accept();
                session.setEnquireLinkTimer(30_000);
                Thread.startVirtualThread(() -> bind(session));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void bind(SMPPServerSession session) {
        session.addSessionStateListener(this::follow);
        sessions.add(session);
        try {
            var request = session.waitForBind(BIND_TIMEOUT_MS);
            int refusal = refusal(request);
            if (refusal != 0) {
                request.reject(refusal);
                Faults.pause(Duration.ofSeconds(1)); // so that the refusal is read before the connection ends
                session.close();
                return;
            }
            request.accept("MOTCUA-SMSC");
            if (request.getBindType() != BindType.BIND_TX) {
                deliveries.open(session);
            }
        } catch (TimeoutException | IOException | PDUStringException | IllegalStateException _) {
            session.close();
        }
    }

    private int refusal(BindRequest request) {
        if (faults.isDown(Faults.Target.SMS)) {
            return SMPPConstant.STAT_ESME_RSYSERR;
        }
        if (!account.systemId().equals(request.getSystemId())) {
            return SMPPConstant.STAT_ESME_RINVSYSID;
        }
        return account.password().equals(request.getPassword()) ? 0 : SMPPConstant.STAT_ESME_RINVPASWD;
    }

    private void follow(SessionState now, SessionState before, Session session) {
        if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
            sessions.remove((SMPPServerSession) session);
            deliveries.close((SMPPServerSession) session);
        }
    }

    private SubmitSmResult accept(SubmitSm sm, SMPPServerSession session) throws ProcessRequestException {
        if (faults.isDown(Faults.Target.SMS)) {
            throw hungUp(session);
        }
        var sms = Submitted.of(sm);
        var smscId = UUID.randomUUID().toString();
        keep(sms, smscId);
        if (faults.meet(Faults.Target.SMS, Faults.Mode.LATE_SUCCESS).isPresent()) {
            throw hungUp(session);
        }
        try {
            return new SubmitSmResult(new MessageId(smscId), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e); // 36 signs are always allowed
        }
    }

    private void keep(Submitted sms, String smscId) {
        var at = portal.now().toString();
        CompletableFuture<Long> kept;
        synchronized (parts) {
            var part = sms.part();
            var text = part == null ? sms.text() : parts.join(sms, part);
            if (part != null && text.isEmpty()) {
                var line = SmsParts.fill(Json.object().put("kind", "sms-part"), sms, part);
                kept = ledger.note(finish(line, sms, smscId, at));
                owe(line);
            } else {
                var line = Messages.line("sms", sms.to(), "", text, sms.reference());
                if (part != null) {
                    line.put("part", part.reference()).put("count", part.count());
                }
                kept = ledger.append(finish(line, sms, smscId, at));
            }
        }
        kept.join();
    }

    private static ObjectNode finish(ObjectNode line, Submitted sms, String smscId, String at) {
        return line.put("at", at)
                .put("from", sms.from())
                .put("smscId", smscId)
                .put("receiptWanted", sms.receiptWanted());
    }

    private void remember(JsonNode line) {
        synchronized (parts) {
            if (line.get("kind").asString().equals("sms-part")) {
                parts.remember(line);
            } else if (line.has("part")) {
                parts.forget(line);
            }
        }
        owe(line);
    }

    private void owe(JsonNode line) {
        if (line.path("receiptWanted").asBoolean(false)) {
            deliveries.owe(line);
        }
    }

    private static ProcessRequestException hungUp(SMPPServerSession session) {
        session.close();
        return new ProcessRequestException("down", SMPPConstant.STAT_ESME_RSYSERR);
    }

    private void fromOutside(Call call) throws IOException {
        var json = call.json();
        var smscId = UUID.randomUUID().toString();
        var line = Json.object()
                .put("kind", "sms-in")
                .put("smscId", smscId)
                .put("from", json.text("from", 20))
                .put("to", json.text("to", 20))
                .put("text", json.text("text", 1_600))
                .put("at", portal.now().toString());
        json.nothingElse();
        ledger.keep(line);
        deliveries.bring(smscId);
        call.json(202, Json.object().put("id", smscId));
    }

    private record OnLoopback(ServerSocket socket) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }
}
