package vn.motcua.agency.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.agency.Territory;
import vn.motcua.agency.TerritoryFolder;
import vn.motcua.web.RunningWeb;

/** Agencies and addresses as people and programs see them, before and after an import beside the running portal. */
class AgencyPagesTest {

    private static RunningWeb web;

    @BeforeAll
    static void start(@TempDir Path folder) {
        web = new RunningWeb();
        assertThat(page("/agencies/H26")).contains("chưa nhập danh sách xã, phường");
        assertThat(page("/addresses?province=Hoa+Binh&commune=Tan+Hoa"))
                .contains("Cổng này chưa có danh sách xã, phường", "Tỉnh Phú Thọ");
        assertThat(web.get("/api/v1/territory/provinces/01/communes").body())
                .contains("\"imported\":false", "\"items\":[]");
        assertThat(web.get("/api/v1/territory/resolve?province=01&commune=00001")
                        .body())
                .contains("NOT_IMPORTED", "Thành phố Hà Nội");
        TerritoryFolder.in(folder).importInto(web.bean(DataSource.class));
        while (!web.bean(Territory.class).hasCommunes()) {
            Thread.onSpinWait();
        }
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    private static String page(String path) {
        var answer = web.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agencies",
                "/agencies/H26",
                "/agencies/G04",
                "/addresses",
                "/addresses?province=quang+ninh&commune=hai+lang",
                "/addresses?province=phu+tho&district=thanh+ba&commune=minh+quan",
                "/addresses?province=ha+noi&commune=truc+bach",
                "/addresses?province=ha+noi&commune=truc+banh"
            })
    void eachPageStandsInBothLanguagesWithOneHeadingAndOneFilledButtonAtMost(String path) {
        for (var language : new String[] {"vi", "en"}) {
            var page = page(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page).contains("<html lang=\"" + language + "\">").doesNotContainPattern("\\{\\d}");
            assertThat(page.split("<h1").length).isEqualTo(2);
            assertThat(page.split("class=\"btn( )?\"").length).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theTreeShowsMinistriesAndProvinces() {
        assertThat(page("/agencies"))
                .contains("34 tỉnh, thành phố", "href=\"/agencies/H26\"", "thành phố Hà Nội", "href=\"/agencies/G01\"")
                .contains("Bộ Giao thông vận tải", "Đã kết thúc ngày 01/03/2025.");
    }

    @Test
    void anEndedAgencyNamesItsSuccessor() {
        assertThat(page("/agencies/G04"))
                .contains("Đã kết thúc ngày 01/03/2025.", "Cơ quan làm tiếp:", "href=\"/agencies/G17\"", "Bộ Xây dựng");
    }

    @Test
    void aProvinceShowsWhatItWasMadeOfAndItsCommunes() {
        assertThat(page("/agencies/H44"))
                .contains("Tỉnh Hòa Bình, Tỉnh Phú Thọ, Tỉnh Vĩnh Phúc")
                .contains("2 xã, phường, đặc khu", "Phường Hòa Bình")
                .contains("Chưa có ở đây. Gọi 1800 0000");
        assertThat(page("/agencies/H26?lang=en")).contains("<ul class=\"toc\" lang=\"vi\">", "Phường Hồng Hà");
    }

    @Test
    void whatIsNoAgencyIsNotFound() {
        for (var code : new String[] {"H99", "x", "%3Cscript%3E", "H".repeat(3_000)}) {
            assertThat(web.get("/agencies/" + code, "Accept", "text/html").statusCode())
                    .as(code)
                    .isEqualTo(404);
        }
    }

    @Test
    void anOldAddressGetsItsAnswer() {
        assertThat(page("/addresses?province=ha+noi&district=ba+dinh&commune=truc+bach"))
                .contains("Phường Ba Đình, Thành phố Hà Nội")
                .contains("Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội")
                .contains("00004", "value=\"truc bach\"");
        assertThat(page("/addresses?province=quang+ninh&commune=hai+lang"))
                .contains(
                        "Xã Hải Lạng đã được chia về 2 nơi",
                        "Xã Ba Chẽ, Tỉnh Quảng Ninh",
                        "Xã Tiên Yên, Tỉnh Quảng Ninh");
    }

    @Test
    void eachOfSeveralPlacesHasAnAddressThatAnswers() {
        var page = page("/addresses?province=phu+tho&district=thanh+ba&commune=minh+quan");
        assertThat(page).contains("Có 2 nơi mang tên này", "province=25&amp;district=231&amp;commune=07001");
        assertThat(page("/addresses?province=25&district=231&commune=07001")).contains("Phường Hòa Bình, Tỉnh Phú Thọ");
    }

    @Test
    void whatIsNearlyRightIsOfferedAsALink() {
        assertThat(page("/addresses?province=ha+noi&district=&commune=truc+banh"))
                .contains("Không có xã, phường nào tên “truc banh” ở đó", "commune=" + encoded("Phường Trúc Bạch"));
    }

    @Test
    void hostileWordsAreShownInertAndLongOnesRefused() {
        var script = page("/addresses?province=" + encoded("<script>alert(1)</script>") + "&commune=x");
        assertThat(script).contains("&lt;script>").doesNotContain("<script>alert");
        var refused = web.get("/addresses?province=ha+noi&commune=" + "x".repeat(5_000), "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("nhiều nhất 100 ký tự", "href=\"#f-commune\"");
        var missing = web.get("/addresses?commune=x", "Accept", "text/html");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Nhập tên tỉnh, thành phố cũ.");
    }

    @Test
    void programsGetTheSame() {
        assertThat(web.get("/api/v1/territory/provinces").body())
                .contains("\"code\":\"01\"", "\"name\":\"Thành phố Hà Nội\"", "\"validTo\":null");
        assertThat(web.get("/api/v1/territory/provinces/01/communes").body())
                .contains("\"imported\":true", "\"address\":\"Phường Hồng Hà, Thành phố Hà Nội\"");
        assertThat(web.get("/api/v1/territory/resolve?province=ha+noi&commune=phuc+xa")
                        .body())
                .contains("\"status\":\"FOUND\"", "\"code\":\"00097\"", "\"validTo\":\"2025-07-01\"");
        assertThat(web.get("/api/v1/territory/resolve?province=22&commune=hai+lang")
                        .body())
                .contains("\"status\":\"DIVIDED\"");
        assertThat(web.get("/api/v1/territory/resolve?province=ha+noi&commune=truc+banh")
                        .body())
                .contains("\"status\":\"UNKNOWN\"", "\"part\":\"COMMUNE\"", "\"near\":[\"Phường Trúc Bạch\"]");
        assertThat(web.get("/api/v1/openapi.json").body())
                .contains("/api/v1/territory/resolve", "/api/v1/territory/provinces/{code}/communes");
    }

    @Test
    void programsAreToldWhatIsWrong() {
        assertThat(web.get("/api/v1/territory/resolve?province=&comune=x").statusCode())
                .isEqualTo(422);
        assertThat(web.get("/api/v1/territory/resolve?province=ha+noi&comune=x").body())
                .contains("agency.parameter.unknown");
        assertThat(web.get("/api/v1/territory/resolve").body())
                .contains("agency.address.province.missing", "agency.address.commune.missing");
        assertThat(web.get("/api/v1/territory/provinces/02/communes").statusCode())
                .as("Hà Giang is no more")
                .isEqualTo(404);
    }
}
