package vn.motcua.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An SMS centre: takes what is submitted, answers with the status it was told to, and reports deliveries on request. */
final class FakeSmsCentre implements AutoCloseable, ServerMessageReceiverListener {

    /** One submit_sm as it came. */
    record Received(String to, String text, String reference, int parts, byte registered, String id) {}

    final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final SMPPServerSessionListener listener;
    final int port;
    volatile int status;
    volatile boolean hangUpAfterTaking;

    FakeSmsCentre(int port) {
        try {
            listener = new SMPPServerSessionListener(port);
            this.port = listener.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** A port that is free now. */
    static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var session = listener.accept();
                Thread.ofVirtual().start(() -> {
                    try {
                        session.setMessageReceiverListener(this);
                        session.waitForBind(5_000).accept("fake");
                        sessions.add(session);
                    } catch (Exception e) {
                        session.close();
                    }
                });
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** Reports that a message was delivered (or what else became of it). */
    void report(String id, String stat) throws Exception {
        var text = "id:" + id + " sub:001 dlvrd:001 submit date:2611241200 done date:2611241201 stat:" + stat
                + " err:000 text:";
        sessions.getLast()
                .deliverShortMessage(
                        "",
                        TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "0912000017",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "MOTCUA",
                        new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new RawDataCoding((byte) 0),
                        text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        if (status != 0) {
            throw new ProcessRequestException("as told", status);
        }
        Charset charset = message.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        var reference = "";
        int parts = 1;
        for (var parameter : message.getOptionalParameters()) {
            if (parameter.tag == 0x1401) {
                reference =
                        new String(((OptionalParameter.OctetString) parameter).getValue(), StandardCharsets.US_ASCII);
            } else if (parameter instanceof OptionalParameter.Sar_total_segments total) {
                parts = total.getValue();
            }
        }
        var id = "M" + ids.incrementAndGet();
        received.add(new Received(
                message.getDestAddress(),
                new String(message.getShortMessage(), charset),
                reference,
                parts,
                message.getRegisteredDelivery(),
                id));
        if (hangUpAfterTaking) {
            source.close();
        }
        return new SubmitSmResult(messageId(id), new OptionalParameter[0]);
    }

    private static MessageId messageId(String id) {
        try {
            return new MessageId(id);
        } catch (org.jsmpp.PDUStringException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) {}

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) {}

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(org.jsmpp.bean.BroadcastSm broadcast, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelBroadcastSm(org.jsmpp.bean.CancelBroadcastSm cancel, SMPPServerSession source) {}

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
            org.jsmpp.bean.QueryBroadcastSm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // gone already
        }
        sessions.forEach(SMPPServerSession::close);
    }
}
