package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.TestDatabase;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;
import vn.motcua.shared.Vnd;

class OfferingsTest {

    private static final TestDatabase.Fresh DATABASE = TestDatabase.fresh();
    private static final Offerings OFFERINGS =
            CatalogueFixture.twoServices(DATABASE).offerings();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Offering licence() {
        return OFFERINGS.find(ServiceId.parse("3.000347@H26")).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ONLINE, 2025-12-31, 115000, 63/2023/TT-BTC",
        "ONLINE, 2026-01-01, 135000, 37/2023/TT-BTC",
        "ONLINE, 2025-03-01, 115000, 63/2023/TT-BTC",
        "DIRECT, 2025-12-31, 135000, 37/2023/TT-BTC",
        "DIRECT, 2026-01-01, 135000, 37/2023/TT-BTC"
    })
    void licenceFeeFollowsChannelAndDay(Offering.Channel channel, LocalDate day, long vnd, String basis) {
        var quote = OFFERINGS.quote(licence(), "01", channel, Map.of(), day);

        assertThat(quote.fee()).isEqualTo(new Vnd(vnd));
        assertThat(quote.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("LE_PHI");
            assertThat(line.basis()).isEqualTo(basis);
        });
        assertThat(quote.why()).hasSize(1);
    }

    @Test
    void dayWithoutAnAmountIsRefusedInsteadOfFree() {
        assertThatThrownBy(() ->
                        OFFERINGS.quote(licence(), "01", Offering.Channel.ONLINE, Map.of(), LocalDate.of(2023, 11, 30)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("catalogue.fee.no-amount-on-day");
    }

    @Test
    void promotionCostsNothing() {
        var promotion = OFFERINGS.find(ServiceId.parse("2.000004@H01")).orElseThrow();

        var quote = OFFERINGS.quote(promotion, "01", Offering.Channel.ONLINE, Map.of(), LocalDate.of(2026, 11, 23));

        assertThat(quote.fee()).isEqualTo(Vnd.ZERO);
        assertThat(quote.lines()).isEmpty();
        assertThat(quote.why()).hasSize(1);
    }

    @Test
    void channelOrCaseThatIsNotOfferedIsRefused() {
        var day = LocalDate.of(2026, 11, 23);
        assertThatThrownBy(() -> OFFERINGS.quote(licence(), "01", Offering.Channel.POSTAL, Map.of(), day))
                .hasMessageContaining("catalogue.channel.not-offered");
        assertThatThrownBy(() -> OFFERINGS.quote(licence(), "99", Offering.Channel.ONLINE, Map.of(), day))
                .hasMessageContaining("catalogue.case.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "A", "B1"})
    void healthCertificateIsNotNeededForLightClasses(String licenceClass) {
        assertThat(papers(Map.of("licenceClass", licenceClass))).doesNotContain("health-certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A2", "B", "B2", "C", "D", "E", "FC"})
    void healthCertificateIsNeededForAllOthers(String licenceClass) {
        assertThat(papers(Map.of("licenceClass", licenceClass))).contains("health-certificate");
    }

    @Test
    void healthCertificateIsNeededWhileTheClassIsUnknownOrNonsense() {
        assertThat(papers(Map.of())).contains("health-certificate");
        assertThat(papers(Map.of("licenceClass", List.of("A1")))).contains("health-certificate");
        assertThat(papers(Map.of("licenceClass", 7))).contains("health-certificate");
    }

    @Test
    void passportIsAskedOfForeignersAndOverseasVietnamese() {
        assertThat(papers(Map.of("applicantKind", "FOREIGNER"))).contains("passport");
        assertThat(papers(Map.of("applicantKind", "OVERSEAS_VIETNAMESE"))).contains("passport");
        assertThat(papers(Map.of("applicantKind", "CITIZEN"))).doesNotContain("passport");
    }

    @Test
    void portraitComesFromTheAccountAndTheCopyIsUploaded() {
        var sources = OFFERINGS.papers(licence(), "01", Map.of(), Map.of());
        assertThat(sources)
                .filteredOn(paper -> paper.code().equals("portrait"))
                .singleElement()
                .returns(Offering.Source.ACCOUNT, Offering.Component::source);
        assertThat(sources)
                .filteredOn(paper -> paper.code().equals("current-licence"))
                .singleElement()
                .returns(Offering.Source.UPLOAD, Offering.Component::source)
                .returns(true, Offering.Component::required);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.000347", "2.000004"})
    void serviceIsOfferedInAllProvincesAtLevelFourPartially(String code) {
        assertThat(OFFERINGS.of(new ProcedureCode(code)))
                .hasSize(34)
                .allMatch(offering -> offering.level() == 4
                        && offering.digital() == Offering.Digital.PARTIAL
                        && offering.assurance() == 2
                        && offering.version() == 1);
    }

    @Test
    void bodiesAreNamedAfterTheirPlaceAndShareOneForm() {
        var hue = OFFERINGS.find(ServiceId.parse("3.000347@H57")).orElseThrow();

        assertThat(licence().agencyName().vi()).isEqualTo("Công an thành phố Hà Nội");
        assertThat(hue.agencyName().en()).isEqualTo("Police of Huế City");
        assertThat(hue.form()).isSameAs(licence().form());
    }

    @Test
    void unknownServiceIsNotThere() {
        assertThat(OFFERINGS.find(ServiceId.parse("3.000347@G01"))).isEmpty();
        assertThat(OFFERINGS.find(ServiceId.parse("9.999999@H26"))).isEmpty();
    }

    @Test
    void serviceBeforeItsProcedureTakesEffectIsNotThere() {
        var earlier = CatalogueFixture.twoServices(DATABASE)
                .at("2025-02-28T10:00:00Z")
                .offerings();

        assertThat(earlier.find(ServiceId.parse("3.000347@H26"))).isEmpty();
        assertThat(earlier.version(ServiceId.parse("3.000347@H26"), 1)).isNotNull();
    }

    private static List<String> papers(Map<String, Object> answers) {
        return OFFERINGS.papers(licence(), "01", answers, Map.of()).stream()
                .map(Offering.Component::code)
                .toList();
    }
}
