package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfficeWordsTest {

    private static final OfficeWords WORDS = new OfficeWords();

    private static String found(String sentence) {
        return String.join(
                "|", WORDS.in(sentence).stream().map(OfficeWords.Word::said).toList());
    }

    @Test
    void thereAreAHundredAndFiftyWithAPlainWordThatIsAnother() {
        assertThat(WORDS.all()).hasSizeGreaterThanOrEqualTo(150).allSatisfy(word -> {
            assertThat(word.plain()).isNotBlank().isNotEqualToIgnoringCase(word.said());
            assertThat(WORDS.in(word.said())).as(word.said()).containsExactly(word);
        });
        assertThat(WORDS.all()).filteredOn(OfficeWords.Word::forbidden).hasSizeGreaterThanOrEqualTo(40);
    }

    /** Otherwise a writer would go from one word of offices to the next. */
    @Test
    void noPlainWordIsForbiddenItself() {
        assertThat(WORDS.all())
                .allSatisfy(word ->
                        assertThat(WORDS.in(word.plain())).as(word.said()).noneMatch(OfficeWords.Word::forbidden));
    }

    @Test
    void theLongestIsFoundAndSyllablesInsideOthersAreNot() {
        assertThat(found("Tính theo quy định của pháp luật hiện hành."))
                .isEqualTo("theo quy định của pháp luật hiện hành");
        assertThat(found("Căn cước và căn cứ khác nhau")).isEqualTo("căn cứ");
        assertThat(found("KỂ TỪ NGÀY nộp")).isEqualTo("kể từ ngày");
        assertThat(found("Xin nêu. Trên giấy")).isEmpty();
    }

    @Test
    void accentsThatStandApartAreTheSameWord() {
        assertThat(found(java.text.Normalizer.normalize("xuất trình", java.text.Normalizer.Form.NFD)))
                .isEqualTo("xuất trình");
    }

    @Test
    void whatIsQuotedIsSomebodyElses() {
        assertThat(found("Ghi đúng chữ “theo quy định hiện hành” vào ô này.")).isEmpty();
    }
}
