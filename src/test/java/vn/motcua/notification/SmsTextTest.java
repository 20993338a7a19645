package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SmsTextTest {

    @Test
    void textWithoutAccentsGoesAsGsmOneOctetASign() {
        var sms = SmsText.of("MOTCUA: Ho so H26-261119-0412 @ 10:40_");
        assertThat(sms.dataCoding()).isEqualTo(SmsText.GSM);
        assertThat(sms.parts()).hasSize(1);
        var octets = sms.parts().getFirst();
        assertThat(octets).hasSize(38);
        assertThat(octets[0]).isEqualTo((byte) 'M');
        assertThat(octets[30]).as("@ is zero in GSM 03.38").isEqualTo((byte) 0);
        assertThat(octets[37]).as("_ is 0x11").isEqualTo((byte) 0x11);
    }

    @Test
    void signsOfTheExtensionTakeTwo() {
        assertThat(SmsText.of("[€]").parts().getFirst()).containsExactly(0x1b, 0x3c, 0x1b, 0x65, 0x1b, 0x3e);
    }

    @Test
    void vietnameseGoesAsUcs2() {
        var sms = SmsText.of("Hồ sơ đã tiếp nhận");
        assertThat(sms.dataCoding()).isEqualTo(SmsText.UCS2);
        assertThat(new String(sms.parts().getFirst(), StandardCharsets.UTF_16BE))
                .isEqualTo("Hồ sơ đã tiếp nhận");
    }

    @Test
    void limitsAre160And153() {
        assertThat(SmsText.of("a".repeat(160)).parts()).hasSize(1);
        assertThat(SmsText.of("a".repeat(161)).parts())
                .extracting(part -> part.length)
                .containsExactly(153, 8);
        assertThat(SmsText.of("a".repeat(152) + "[" + "a".repeat(20)).parts())
                .as("no part ends inside an escape")
                .extracting(part -> part.length)
                .containsExactly(152, 22);
    }

    @Test
    void limitsAre70And67() {
        assertThat(SmsText.of("đ".repeat(70)).parts()).hasSize(1);
        assertThat(SmsText.of("đ".repeat(71)).parts())
                .extracting(part -> part.length)
                .containsExactly(134, 8);
        var faces = "đ" + "😀".repeat(40);
        assertThat(SmsText.of(faces).parts().stream()
                        .map(part -> new String(part, StandardCharsets.UTF_16BE))
                        .collect(Collectors.joining()))
                .as("no part ends inside a pair")
                .isEqualTo(faces);
    }

    @Test
    void aBookIsNoShortMessage() {
        assertThatThrownBy(() -> SmsText.of("a".repeat(2_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
