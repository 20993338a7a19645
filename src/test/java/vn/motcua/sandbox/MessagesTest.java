package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

    private static final int GSM = 0;
    private static final int UCS_2 = 8;

    @TempDir
    Path data;

    private World world;
    private SMPPSession session;
    private final CopyOnWriteArrayList<DeliverSm> delivered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void bind() throws IOException {
        world = new World(data);
        session = listening(world.bind());
    }

    @AfterEach
    void close() throws IOException {
        session.unbindAndClose();
        world.close();
    }

    @Test
    void messageWithAccentsArrivesAsItWasWritten() throws Exception {
        submit("0912000017", "Hồ sơ đã được tiếp nhận".getBytes(StandardCharsets.UTF_16BE), UCS_2);

        var messages = world.get("/messages?to=0912000017");
        assertThat(messages).hasSize(1);
        var message = messages.get(0);
        assertThat(message.get("channel").asString()).isEqualTo("sms");
        assertThat(message.get("to").asString()).isEqualTo("0912000017");
        assertThat(message.get("text").asString()).isEqualTo("Hồ sơ đã được tiếp nhận");
        assertThat(message.get("at").asString()).startsWith("2026-11-16T08:0").endsWith("+07:00");
        assertThat(message.propertyNames())
                .containsExactly("id", "channel", "to", "subject", "text", "reference", "at");
    }

    @Test
    void internationalNumberIsTheSamePhone() throws Exception {
        submit("84912000017", "MOTCUA: 123456 @ {ok}".getBytes(StandardCharsets.US_ASCII), 3);

        assertThat(world.get("/messages?to=%2B84912000017")).hasSize(1);
        assertThat(world.get("/messages?to=0912000017").get(0).get("to").asString())
                .isEqualTo("0912000017");
    }

    @Test
    void defaultAlphabetIsDecodedWithItsExtension() throws Exception {
        submit("0912000017", new byte[] {0x00, 0x1B, 0x65, 0x41, 0x1B, 0x28, 0x11}, GSM);

        assertThat(world.get("/messages?to=0912000017").get(0).get("text").asString())
                .isEqualTo("@€A{_");
    }

    @Test
    void partsBecomeOneMessageAlsoWhenTheyComeInAnotherOrder() throws Exception {
        submitPart(2, " có kết quả.");
        assertThat(world.get("/messages?to=0912000017")).isEmpty();
        world.restart();
        session = listening(world.bind());
        submitPart(1, "Hồ sơ của bạn");

        assertThat(world.get("/messages?to=0912000017").get(0).get("text").asString())
                .isEqualTo("Hồ sơ của bạn có kết quả.");
    }

    @Test
    void onlyMessagesAfterTheGivenOneAreListed() throws Exception {
        for (int i = 1; i <= 3; i++) {
            submit("0912000017", ("so " + i).getBytes(StandardCharsets.US_ASCII), GSM);
            submit("0912000026", "khac".getBytes(StandardCharsets.US_ASCII), GSM);
        }
        var second = world.get("/messages?to=0912000017").get(1).get("id").asString();

        var rest = world.get("/messages?to=0912000017&after=" + second);
        assertThat(rest).hasSize(1);
        assertThat(rest.get(0).get("text").asString()).isEqualTo("so 3");
        assertThat(world.get("/messages")).hasSize(6);
    }

    @Test
    void receiptNamesTheMessageAndSaysThatItArrived() throws Exception {
        var id = submit("0912000017", "xin chao".getBytes(StandardCharsets.US_ASCII), GSM);

        await().until(() -> delivered.size() == 1);
        var receipt = delivered.getFirst();
        assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
        assertThat(new String(receipt.getShortMessage(), StandardCharsets.US_ASCII))
                .matches("id:" + id + " sub:001 dlvrd:001 submit date:26111608\\d\\d done date:26111608\\d\\d"
                        + " stat:DELIVRD err:000 text:xin chao");
    }

    @Test
    void receiptThatNobodyTookIsBroughtAfterARestart() throws Exception {
        session.setMessageReceiverListener(null);
        submit("0912000017", "xin chao".getBytes(StandardCharsets.US_ASCII), GSM);
        world.restart();
        session = listening(world.bind());

        await().until(() -> delivered.size() == 1);
    }

    @Test
    void messageFromOutsideReachesThePortal() {
        var answer = world.send("POST", "/sms", "{\"from\":\"0912000017\",\"to\":\"1900\",\"text\":\"Tra cứu\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        await().until(() -> delivered.size() == 1);
        assertThat(delivered.getFirst().getSourceAddr()).isEqualTo("0912000017");
        assertThat(new String(delivered.getFirst().getShortMessage(), StandardCharsets.UTF_16BE))
                .isEqualTo("Tra cứu");
    }

    @Test
    void wrongPasswordBindsNobody() {
        assertThatThrownBy(() -> world.bind(world.secrets.smpp().systemId(), "wrong"))
                .hasMessageContaining("0000000e");
    }

    @Test
    void whatDoesNotFitTheAirIsRefused() {
        assertThatThrownBy(() -> submit("0912000017", new byte[161], GSM))
                .isInstanceOf(NegativeResponseException.class);
        assertThatThrownBy(() -> submit("0912000017", new byte[142], UCS_2))
                .isInstanceOf(NegativeResponseException.class);
        assertThatThrownBy(() -> submit("nobody", new byte[10], GSM)).isInstanceOf(NegativeResponseException.class);
        assertThat(world.get("/messages")).isEmpty();
    }

    @Test
    void mailArrivesWithSubjectAndText() throws MessagingException {
        world.mail("An@Motcua.Example", "Hồ sơ H26-261116-0001 đã tiếp nhận", "Chào bạn,\nhẹn trả thứ Sáu.");

        var mail = world.get("/messages?to=an@motcua.example").get(0);
        assertThat(mail.get("channel").asString()).isEqualTo("email");
        assertThat(mail.get("subject").asString()).isEqualTo("Hồ sơ H26-261116-0001 đã tiếp nhận");
        assertThat(mail.get("text").asString()).isEqualTo("Chào bạn,\nhẹn trả thứ Sáu.");
        assertThat(mail.get("reference").asString()).isNotEmpty();
    }

    private String submit(String to, byte[] octets, int coding) throws Exception {
        return submit(to, new ESMClass(), octets, coding);
    }

    private void submitPart(int number, String text) throws Exception {
        var words = text.getBytes(StandardCharsets.UTF_16BE);
        var octets = new byte[6 + words.length];
        System.arraycopy(new byte[] {5, 0, 3, 77, 2, (byte) number}, 0, octets, 0, 6);
        System.arraycopy(words, 0, octets, 6, words.length);
        submit("0912000017", new ESMClass(0x40), octets, UCS_2);
    }

    private String submit(String to, ESMClass kind, byte[] octets, int coding) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "MOTCUA",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.ISDN,
                        to,
                        kind,
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(1),
                        (byte) 0,
                        DataCodings.newInstance((byte) coding),
                        (byte) 0,
                        octets,
                        new OptionalParameter[0])
                .getMessageId();
    }

    private SMPPSession listening(SMPPSession bound) {
        bound.setMessageReceiverListener(new MessageReceiverListener() {
            @Override
            public void onAcceptDeliverSm(DeliverSm sm) {
                delivered.add(sm);
            }

            @Override
            public void onAcceptAlertNotification(AlertNotification alert) {}

            @Override
            public DataSmResult onAcceptDataSm(DataSm sm, Session source) {
                throw new IllegalStateException();
            }
        });
        return bound;
    }
}
