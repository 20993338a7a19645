package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.TestDatabase;
import vn.motcua.agency.Resolution.Divided;
import vn.motcua.agency.Resolution.Found;
import vn.motcua.agency.Resolution.NotImported;
import vn.motcua.agency.Resolution.Several;
import vn.motcua.agency.Resolution.Unknown;
import vn.motcua.shared.Problem;

/** What people type of an old address, and where it lies today. */
class ResolveAddressTest {

    private static final TestDatabase.Fresh DATABASE = TestDatabase.fresh();
    private static final Territory TERRITORY = new Territory(DATABASE.sql(), TerritoryFolder.NOVEMBER_2026);

    @BeforeAll
    static void open(@TempDir Path folder) {
        assertThat(TERRITORY.resolve(new OldAddress("Hòa Bình", "", "Tân Hòa")))
                .as("before the import only the province is known")
                .isInstanceOfSatisfying(NotImported.class, none -> assertThat(none.provinces())
                        .extracting(Unit::name)
                        .containsExactly("Tỉnh Phú Thọ"));
        TerritoryFolder.in(folder).importInto(DATABASE);
        while (!TERRITORY.hasCommunes()) {
            Thread.onSpinWait(); // another process's import is seen within a second
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Resolution resolve(String province, String district, String commune) {
        return TERRITORY.resolve(new OldAddress(province, district, commune));
    }

    @ParameterizedTest
    @CsvSource({
        "Hà Nội,Ba Đình,Trúc Bạch,Phường Ba Đình",
        "Thành phố Hà Nội,Quận Ba Đình,Phường Phúc Xá,Phường Hồng Hà",
        "ha noi,ba dinh,phuc xa,Phường Hồng Hà",
        "TP. HÀ NỘI,Q. Ba Đình,P. Phúc Xá,Phường Hồng Hà",
        "01,001,00001,Phường Hồng Hà",
        "'','',00001,Phường Hồng Hà",
        "Hà Nội,'',phúc xá,Phường Hồng Hà",
        "Quảng Ninh,Tiên Yên,TT Tiên Yên,Xã Tiên Yên",
        "Quảng Ninh,H. Ba Chẽ,thị trấn Ba Chẽ,Xã Ba Chẽ",
        "Hoà Bình,TP Hoà Bình,Tân Hoà,Phường Hòa Bình",
        "Phú Thọ,TP Hòa Bình,Tân Hòa,Phường Hòa Bình",
        "Phú Thọ,Thanh Ba,Xã Minh Quán,Xã Hoà Bình",
        "Phú Thọ,Thanh Ba,Minh Quân,Phường Hòa Bình",
        "Hải Phòng,Bạch Long Vĩ,'',Đặc khu Bạch Long Vĩ",
        "TPHCM,Q1,Bến Nghé,Phường Sài Gòn",
        "Sài Gòn,Quận 01,P.05,Phường Bến Thành",
        "tp hcm,1,p5,Phường Bến Thành",
        "Thừa Thiên Huế,Phú Vang,Phú Mỹ,Phường Mỹ Thượng",
        "Hà Nội,'',00004,Phường Ba Đình",
        "Hà Nội,'',Phường Ngọc Hà,Phường Ngọc Hà"
    })
    void oneSuccessorIsTheAnswer(String province, String district, String commune, String now) {
        assertThat(resolve(province, district, commune))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.now().name()).isEqualTo(now));
    }

    @Test
    void aDividedCommuneAsks() {
        assertThat(resolve("Quang Ninh", "", "Hai Lang")).isInstanceOfSatisfying(Divided.class, divided -> {
            assertThat(divided.old().code()).isEqualTo("06886");
            assertThat(divided.parts())
                    .extracting(TERRITORY::address)
                    .containsExactlyInAnyOrder("Xã Tiên Yên, Tỉnh Quảng Ninh", "Xã Ba Chẽ, Tỉnh Quảng Ninh");
        });
    }

    @Test
    void aNameOfSeveralPlacesWithoutItsAccentsAsksWhich() {
        assertThat(resolve("phu tho", "thanh ba", "minh quan"))
                .isInstanceOfSatisfying(Several.class, several -> assertThat(several.olds())
                        .extracting(Unit::name)
                        .containsExactlyInAnyOrder("Xã Minh Quán", "Xã Minh Quân"));
    }

    @Test
    void whatIsNotThereIsToldByThePartThatIsWrongWithNamesNearIt() {
        assertThat(resolve("Hà Nội", "Ba Đình", "Trúc Bạnh"))
                .isEqualTo(new Unknown(Unit.Level.COMMUNE, List.of("Phường Trúc Bạch")));
        assertThat(resolve("Hà Nội", "Ba Điình", "Trúc Bạch"))
                .isEqualTo(new Unknown(Unit.Level.DISTRICT, List.of("Quận Ba Đình")));
        assertThat(resolve("Quảng Minh", "", "Hải Lạng")).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.part()).isEqualTo(Unit.Level.PROVINCE);
            assertThat(unknown.near()).contains("Tỉnh Quảng Ninh", "Tỉnh Quảng Bình");
        });
        assertThat(resolve("Hà Nội", "", "Xyzw Qqq")).isEqualTo(new Unknown(Unit.Level.COMMUNE, List.of()));
    }

    @Test
    void aDistrictThatWasNotThereAnyMoreAsksByTheCommune() {
        assertThat(resolve("Hà Nội", "Quận Hoàn Long", "Trúc Bạch"))
                .as("asked, not guessed")
                .isInstanceOfSatisfying(Several.class, several -> assertThat(several.olds())
                        .extracting(TERRITORY::address)
                        .containsExactly("Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội"));
        assertThat(resolve("Quảng Ninh", "Ba Chẽ", "Hải Lạng"))
                .isInstanceOfSatisfying(Several.class, several -> assertThat(several.olds())
                        .extracting(TERRITORY::address)
                        .containsExactly("Xã Hải Lạng, Huyện Tiên Yên, Tỉnh Quảng Ninh"));
    }

    @Test
    void aNumberThatIsNotThereOffersTheWholeDistrict() {
        assertThat(resolve("TPHCM", "Quận 1", "Phường 6"))
                .isEqualTo(new Unknown(Unit.Level.COMMUNE, List.of("Phường 5", "Phường Bến Nghé")));
    }

    @Test
    void aDistrictAloneOffersItsCommunes() {
        assertThat(resolve("Hà Nội", "Ba Đình", ""))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.near()).contains("Phường Trúc Bạch"));
    }

    @Test
    void whatCannotBeAnAddressIsRefusedByField() {
        assertThatThrownBy(() -> new OldAddress(" ", "…", "a".repeat(10_000)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.mistakes())
                        .extracting(Problem.Mistake::field)
                        .containsExactly("province", "commune"));
        assertThatThrownBy(() -> new OldAddress("Hà Nội", "", "--")).isInstanceOf(Problem.class);
    }

    @Test
    void aCodeIsAnotherUnitOnAnotherDay() {
        assertThat(TERRITORY
                        .find("00004", LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .name())
                .isEqualTo("Phường Trúc Bạch");
        assertThat(TERRITORY
                        .find("00004", LocalDate.of(2025, 7, 1))
                        .orElseThrow()
                        .name())
                .isEqualTo("Phường Ba Đình");
        assertThat(TERRITORY.find("15", LocalDate.of(2025, 6, 30)).orElseThrow().name())
                .isEqualTo("Tỉnh Yên Bái");
        assertThat(TERRITORY.successors("00019"))
                .extracting(Unit::name)
                .containsExactlyInAnyOrder("Phường Ba Đình", "Phường Ngọc Hà");
    }

    @Test
    void thereAreThirtyFourProvincesOfSixtyThree() {
        assertThat(TERRITORY.provinces()).hasSize(34);
        assertThat(TERRITORY.provinces().stream().flatMap(p -> TERRITORY.origins(p).stream()))
                .hasSize(63)
                .doesNotHaveDuplicates();
        assertThat(TERRITORY.origins(TERRITORY.province("75").orElseThrow()))
                .extracting(Unit::name)
                .containsExactlyInAnyOrder("Tỉnh Bình Phước", "Tỉnh Đồng Nai");
        assertThat(TERRITORY
                        .find("46", LocalDate.of(2024, 12, 31))
                        .orElseThrow()
                        .name())
                .isEqualTo("Tỉnh Thừa Thiên Huế");
        assertThat(TERRITORY.communes("01"))
                .extracting(Unit::name)
                .containsExactly("Phường Ba Đình", "Phường Hồng Hà", "Phường Ngọc Hà");
        assertThat(TERRITORY.communes("02")).as("Hà Giang is no more").isEmpty();
    }
}
