package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.shared.Problem;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Idempotency;
import vn.motcua.web.Messages;

/** The shapes that the contract promises, over the shipped services on 23 November 2026 at 09:00. */
class ProcedureApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ProcedureApi PROCEDURES = new ProcedureApi(
            CatalogueContext.bean(Procedures.class),
            CatalogueContext.bean(Offerings.class),
            CatalogueContext.bean(ProcedureSearch.class));
    private static final ServiceApi SERVICES =
            new ServiceApi(CatalogueContext.bean(Procedures.class), CatalogueContext.bean(Offerings.class));
    private static final QuoteApi QUOTES = new QuoteApi(
            CatalogueContext.bean(Offerings.class),
            CatalogueContext.bean(WorkingTime.class),
            CatalogueContext.bean(InstantSource.class),
            CatalogueContext.bean(Idempotency.class),
            JSON);

    private static MockHttpServletRequest request(String query) {
        var request = new MockHttpServletRequest();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                request.addParameter(parts[0], parts[1]);
            }
        }
        return request;
    }

    private static JsonNode find(String query) {
        return JSON.valueToTree(PROCEDURES.find(request(query), Messages.VIETNAMESE));
    }

    private static JsonNode services(String query) {
        return JSON.valueToTree(SERVICES.services(request(query), Messages.VIETNAMESE));
    }

    @Test
    void searchGivesItemsBestFirst() {
        var found = find("q=doi bang lai");

        assertThat(found.at("/items/0/code").asString()).isEqualTo("3.000347");
        assertThat(found.at("/items/0/name").asString()).isEqualTo("Đổi giấy phép lái xe");
        assertThat(found.at("/items/0/promulgatingAgency").asString()).isEqualTo("Bộ Công an");
        assertThat(found.at("/items/0/field").asString()).isEqualTo("Sát hạch, cấp giấy phép lái xe");
        assertThat(found.at("/items/0/level").asInt()).isEqualTo(4);
        assertThat(found.at("/items/0/digital").asString()).isEqualTo("PARTIAL");
        assertThat(found.at("/items/0/score").asDouble()).isPositive();
        assertThat(found.get("next").isNull()).isTrue();
    }

    @Test
    void nothingFittingIsAnEmptyList() {
        assertThat(find("q=sửa ống nước")).isEqualTo(JSON.readTree("{\"items\":[],\"next\":null}"));
    }

    @ParameterizedTest
    @CsvSource({
        "audience=ENTERPRISE, 2.000004",
        "audience=foreigner, 3.000347",
        "field=Xúc tiến thương mại, 2.000004",
        "agency=G01, 3.000347",
        "agency=H26&audience=ENTERPRISE, 2.000004",
        "level=4&q=giấy phép lái xe, 3.000347"
    })
    void filtersNarrow(String query, String code) {
        var found = find(query);
        assertThat(found.get("items").size()).isEqualTo(1);
        assertThat(found.at("/items/0/code").asString()).isEqualTo(code);
    }

    @Test
    void filterThatFitsNothingGivesNothing() {
        assertThat(find("level=1").get("items").size()).isZero();
        assertThat(find("agency=H99").get("items").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, colour, catalogue.parameter.unknown",
        "limit=0, limit, catalogue.parameter.limit",
        "limit=101, limit, catalogue.parameter.limit",
        "limit=x, limit, catalogue.parameter.limit",
        "level=5, level, catalogue.parameter.level",
        "agency=Hanoi, agency, catalogue.parameter.agency",
        "audience=DOG, audience, catalogue.parameter.value",
        "cursor=!!, cursor, catalogue.parameter.cursor",
        "cursor=1, cursor, catalogue.parameter.cursor"
    })
    void wrongParameterIsRefusedByName(String query, String field, String code) {
        assertThatThrownBy(() -> find(query)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(problem.mistakes()).singleElement().satisfies(mistake -> {
                assertThat(mistake.field()).isEqualTo(field);
                assertThat(mistake.code()).isEqualTo(code);
            });
        });
    }

    @Test
    void allWrongParametersAreNamedAtOnce() {
        assertThatThrownBy(() -> find("colour=red&limit=0&level=9"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.mistakes()).hasSize(3));
    }

    @Test
    void cursorWalksTheWholeListOnce() {
        var codes = new java.util.HashSet<String>();
        var next = "";
        int pages = 0;
        do {
            var page = services("procedure=3.000347&limit=10" + next);
            page.get("items").forEach(item -> codes.add(item.get("service").asString()));
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
            pages++;
        } while (!next.isEmpty());

        assertThat(codes).hasSize(34).contains("3.000347@H26", "3.000347@H29");
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void recordHasAllMandatoryParts() {
        JsonNode record = JSON.valueToTree(PROCEDURES.procedure("3.000347.H26", request(""), Messages.VIETNAMESE));

        assertThat(record.at("/code").asString()).isEqualTo("3.000347");
        assertThat(record.at("/decision/number").asString()).isEqualTo("1025/QĐ-BCA");
        assertThat(record.at("/channels").size()).isEqualTo(2);
        assertThat(record.at("/cases/0/components").size()).isEqualTo(6);
        assertThat(record.at("/cases/0/limits/ONLINE/quantity").asInt()).isEqualTo(5);
        assertThat(record.at("/fees").size()).isEqualTo(3);
        assertThat(record.at("/fees/0/amountVnd").asLong()).isEqualTo(115_000);
        assertThat(record.at("/results/0/code").asString()).isEqualTo("KQ.G01.000185");
        assertThat(record.at("/legalBasis").size()).isEqualTo(4);
        assertThat(record.at("/steps").size()).isEqualTo(4);
        assertThat(record.at("/audiences").size()).isEqualTo(3);
        assertThat(record.has("effectiveFrom")).isTrue();
        assertThat(record.at("/services").size()).isEqualTo(34);
        assertThat(record.at("/gaps").size()).isZero();
    }

    @Test
    void recordOfADayBeforeItWasInForceIsNotThere() {
        assertThatThrownBy(() -> PROCEDURES.procedure("3.000347", request("at=2025-02-28"), Messages.VIETNAMESE))
                .hasMessageContaining("catalogue.procedure.unknown");
    }

    @Test
    void serviceGivesCasesFormAndDeliveries() {
        JsonNode service =
                JSON.readTree(JSON.writeValueAsString(SERVICES.service("3.000347@H26", request(""), Locale.ENGLISH)));

        assertThat(service.at("/cases/0/code").asString()).isEqualTo("01");
        assertThat(service.at("/cases/0/components/1/code").asString()).isEqualTo("health-certificate");
        assertThat(service.at("/cases/0/components/1/required").asBoolean()).isTrue();
        assertThat(service.at("/cases/0/components/1/present").asBoolean()).isFalse();
        assertThat(service.at("/form/$schema").asString()).contains("2020-12");
        assertThat(service.at("/form/properties/licenceNumber/type").asString()).isEqualTo("string");
        assertThat(service.at("/deliveries").size()).isEqualTo(3);
        assertThat(service.at("/agencyName").asString()).isEqualTo("Police of Hà Nội City");
    }

    @ParameterizedTest
    @CsvSource({"3.000347", "3.000347@", "3.000347@G01", "9.999999@H26", "@", "<x>@H26"})
    void unknownServiceIsNotFound(String id) {
        assertThatThrownBy(() -> SERVICES.service(id, request(""), Messages.VIETNAMESE))
                .hasMessageContaining("catalogue.service.unknown");
    }

    private static QuoteApi.Answer quote(@Nullable String service, @Nullable String at) {
        return QUOTES.quote(
                new QuoteApi.Asked(service, "01", Channel.ONLINE, Map.of("licenceClass", "A1"), at),
                Messages.VIETNAMESE);
    }

    @Test
    void quoteNamesFeeLinesDueTimeAndWhy() {
        var quote = quote("3.000347@H26", null);

        assertThat(quote.feeVnd()).isEqualTo(135_000);
        assertThat(quote.lines()).singleElement().returns("37/2023/TT-BTC", QuoteApi.Line::basis);
        assertThat(quote.due()).hasToString("2026-12-01T09:00+07:00");
        assertThat(quote.why()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 115000",
        "2025-12-31T23:59:59+07:00, 115000",
        "2025-12-31T16:59:59Z, 115000",
        "2025-12-31T17:00:00Z, 135000",
        "2026-01-01, 135000"
    })
    void quoteChangesAtMidnightInVietnam(String at, long fee) {
        assertThat(quote("3.000347@H26", at).feeVnd()).isEqualTo(fee);
    }

    @Test
    void everythingWrongWithAQuoteIsNamedAtOnce() {
        assertThatThrownBy(() ->
                        QUOTES.quote(new QuoteApi.Asked(null, null, null, null, "2026-02-30"), Messages.VIETNAMESE))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.mistakes())
                        .extracting(Problem.Mistake::field)
                        .containsExactlyInAnyOrder("service", "case", "channel", "at"));
        assertThatThrownBy(() -> quote("3.000347@G01", null)).hasMessageContaining("catalogue.service.unknown");
        assertThatThrownBy(() -> QUOTES.quote(
                        new QuoteApi.Asked("3.000347@H26", "01", Channel.ONLINE, Map.of("x", 1), null),
                        Messages.VIETNAMESE))
                .hasMessageContaining("form.answer.unknown");
    }
}
