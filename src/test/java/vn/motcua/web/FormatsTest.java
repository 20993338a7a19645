package vn.motcua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Vnd;
import vn.motcua.time.Limit;

class FormatsTest {

    private static final Locale VI = Messages.VIETNAMESE;
    private static final Locale EN = Locale.ENGLISH;
    private static final Instant AT = Instant.parse("2026-11-27T03:40:00Z");

    @Test
    void momentsAndDatesReadAsPeopleSayThem() {
        assertThat(Formats.moment(VI, AT)).isEqualTo("10:40 thứ Sáu 27/11/2026");
        assertThat(Formats.moment(EN, AT)).isEqualTo("10:40 on Friday 27 Nov 2026");
        assertThat(Formats.day(VI, LocalDate.of(2026, 11, 29))).isEqualTo("Chủ nhật 29/11/2026");
        assertThat(Formats.date(EN, LocalDate.of(2026, 12, 1))).isEqualTo("1 Dec 2026");
        assertThat(Formats.shortDate(VI, LocalDate.of(2026, 2, 3))).isEqualTo("03/02");
        assertThat(Formats.iso(AT)).isEqualTo("2026-11-27T10:40:00+07:00");
    }

    @Test
    void moneyLimitsAndSizesHaveTheirUnit() {
        assertThat(Formats.money(VI, new Vnd(135_000))).isEqualTo("135.000 đ");
        assertThat(Formats.money(EN, new Vnd(1_135_000))).isEqualTo("1,135,000 ₫");
        assertThat(Formats.limit(VI, new Limit(5, Limit.Unit.WORKING_DAY))).isEqualTo("5 ngày làm việc");
        assertThat(Formats.limit(EN, new Limit(1, Limit.Unit.WORKING_DAY))).isEqualTo("1 working day");
        assertThat(Formats.limit(VI, new Limit(0, Limit.Unit.WORKING_DAY))).isEqualTo("trong ngày");
        assertThat(Formats.bytes(VI, 3_400_000)).isEqualTo("3,4 MB");
        assertThat(Formats.bytes(EN, 120_400)).isEqualTo("120 kB");
    }

    @Test
    void argumentsAreFilledOnceAndLiterally() {
        var sentences = new Sentences();
        assertThat(sentences.text(VI, "web.field.unknown", "{0} '{'")).isEqualTo("Không có mục nào tên “{0} '{'”.");
        assertThat(sentences.text(EN, "web.foot.hotline", new Vnd(5_000))).contains("5,000 ₫");
    }

    @Test
    void anUnknownKeyIsAnError() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Sentences().text(VI, "web.no.such.key"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theChoiceOfLanguageLeavesTheRestOfAnAddressAlone() {
        assertThat(Languages.without("/a?lang=en")).isEqualTo("/a");
        assertThat(Languages.without("/a?q=1&lang=en")).isEqualTo("/a?q=1");
        assertThat(Languages.without("/a?lang=en&q=1")).isEqualTo("/a?q=1");
        assertThat(Languages.without("/a?slang=en")).isEqualTo("/a?slang=en");
    }
}
