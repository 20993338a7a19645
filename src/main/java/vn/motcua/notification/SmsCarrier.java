package vn.motcua.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SMS centre over SMPP 3.4: one bound session that is kept, and rebuilt when it breaks. */
final class SmsCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(SmsCarrier.class);

    /** The longest wait for a connection or an answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Messages on their way at one time: the window that SMS centres usually grant is 10 to 100. */
    private static final int WINDOW = 20;
    /** Our reference, in the range that SMPP 3.4 §5.3.2 leaves to vendors; other centres ignore it. */
    private static final short REFERENCE_TAG = 0x1401;
    /** Receipts beyond this are dropped: they say only what became of a message that was taken. */
    private static final int MAX_RECEIPTS = 10_000;

    private static final Pattern RECEIPT = Pattern.compile("id:(\\S+).*?\\bstat:([A-Z]+)", Pattern.DOTALL);

    private final NotificationSettings settings;
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Semaphore window = new Semaphore(WINDOW);
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable SMPPSession session;

    SmsCarrier(NotificationSettings settings) {
        this.settings = settings;
    }

    @Override
    public Notices.Channel channel() {
        return Notices.Channel.SMS;
    }

    @Override
    public boolean ready() {
        var standing = session;
        if (standing != null && standing.getSessionState().isBound()) {
            return true;
        }
        building.lock();
        try {
            return bind();
        } finally {
            building.unlock();
        }
    }

    private boolean bind() {
        var old = session;
        if (old != null && old.getSessionState().isBound()) {
            return true;
        }
        if (old != null) {
            old.close();
        }
        var fresh = new SMPPSession();
        fresh.setTransactionTimer(TIMEOUT.toMillis());
        fresh.setEnquireLinkTimer(30_000);
        fresh.setMessageReceiverListener(new Listener());
        try {
            fresh.connectAndBind(
                    settings.smsHost(),
                    settings.smsPort(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.smsSystemId(),
                            settings.smsPassword(),
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    TIMEOUT.toMillis());
            session = fresh;
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.debug("The SMS centre is away: {}", e.toString());
            fresh.close();
            return false;
        }
    }

    @Override
    public List<Fate> send(List<Letter> letters) {
        var line = session;
        if (line == null) {
            return letters.stream().<Fate>map(_ -> new Fate.Untried()).toList();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fates = letters.stream()
                    .map(letter -> CompletableFuture.supplyAsync(() -> inWindow(line, letter), threads))
                    .toList();
            return fates.stream().map(CompletableFuture::join).toList();
        }
    }

    private Fate inWindow(SMPPSession line, Letter letter) {
        window.acquireUninterruptibly();
        try {
            return line.getSessionState().isBound() ? submit(line, letter) : new Fate.Untried();
        } finally {
            window.release();
        }
    }

    private Fate submit(SMPPSession line, Letter letter) {
        try {
            var text = SmsText.of(letter.text());
            var id = "";
            for (int part = 0; part < text.parts().size(); part++) {
                id = line.submitShortMessage(
                                "",
                                TypeOfNumber.ALPHANUMERIC,
                                NumberingPlanIndicator.UNKNOWN,
                                settings.smsSender(),
                                TypeOfNumber.NATIONAL,
                                NumberingPlanIndicator.ISDN,
                                letter.to(),
                                new ESMClass(),
                                (byte) 0,
                                (byte) 0,
                                null,
                                null,
                                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                                (byte) 0,
                                new RawDataCoding(text.dataCoding()),
                                (byte) 0,
                                text.parts().get(part),
                                parameters(letter, part, text.parts().size()))
                        .getMessageId();
            }
            return new Fate.Taken(id);
        } catch (NegativeResponseException e) {
            var reason = "SMPP status " + Integer.toHexString(e.getCommandStatus());
            return e.getCommandStatus() == SMPPConstant.STAT_ESME_RINVDSTADR
                    ? new Fate.Hopeless(reason)
                    : new Fate.Refused(reason);
        } catch (PDUException | IllegalArgumentException e) {
            return new Fate.Hopeless("This text or number is no short message");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            line.close();
            return new Fate.Unknown(e.getClass().getSimpleName());
        }
    }

    private static OptionalParameter[] parameters(Letter letter, int part, int parts) {
        var small = (short) letter.reference().getLeastSignificantBits();
        var list = new ArrayList<OptionalParameter>();
        list.add(new OptionalParameter.User_message_reference(small));
        list.add(new OptionalParameter.OctetString(
                REFERENCE_TAG, letter.reference().toString().getBytes(StandardCharsets.US_ASCII)));
        if (parts > 1) {
            list.add(new OptionalParameter.Sar_msg_ref_num(small));
            list.add(new OptionalParameter.Sar_total_segments((byte) parts));
            list.add(new OptionalParameter.Sar_segment_seqnum((byte) (part + 1)));
        }
        return list.toArray(OptionalParameter[]::new);
    }

    @Override
    public List<Receipt> receipts() {
        var all = new ArrayList<Receipt>();
        for (var next = receipts.poll(); next != null; next = receipts.poll()) {
            all.add(next);
        }
        return all;
    }

    @Override
    public void close() {
        var standing = session;
        if (standing != null) {
            standing.unbindAndClose();
        }
    }

    private final class Listener implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm message) {
            if (!message.isSmscDeliveryReceipt() || receipts.size() >= MAX_RECEIPTS) {
                return;
            }
            var matcher = RECEIPT.matcher(new String(message.getShortMessage(), StandardCharsets.ISO_8859_1));
            if (matcher.find()) {
                switch (matcher.group(2)) {
                    case "DELIVRD" -> receipts.add(new Receipt(matcher.group(1), true, matcher.group(2)));
                    case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" ->
                        receipts.add(new Receipt(matcher.group(1), false, matcher.group(2)));
                    default -> {} // ACCEPTD, UNKNOWN: still on its way
                }
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("data_sm is not taken here", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
