package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;
import vn.motcua.shared.AgencyCode;

class AgenciesTest {

    private static final TestDatabase.Fresh DATABASE = TestDatabase.fresh();
    private final Agencies agencies = new Agencies(DATABASE.sql());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void thereAreThirtyFourProvincesSortedAsVietnamesePeopleSort() {
        var places = agencies.provinces().stream()
                .map(agency -> agency.place().vi().replaceFirst("(?i)^(tỉnh|thành phố) ", ""))
                .toList();

        assertThat(places).hasSize(34).doesNotHaveDuplicates().startsWith("An Giang", "Bắc Ninh", "Cà Mau");
        assertThat(places).containsSubsequence("Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Gia Lai", "Vĩnh Long");
        assertThat(places.getLast()).isEqualTo("Vĩnh Long");
    }

    @Test
    void provinceHasItsNamesInBothLanguages() {
        var hanoi = agencies.find(new AgencyCode("H26")).orElseThrow();

        assertThat(hanoi.place().vi()).isEqualTo("thành phố Hà Nội");
        assertThat(hanoi.unit().vi()).isEqualTo("Trung tâm Phục vụ hành chính công thành phố Hà Nội");
        assertThat(hanoi.unit().en()).isEqualTo("Public Administration Service Centre of Hà Nội City");
    }

    @Test
    void endedMinistryIsStillFound() {
        var transport = agencies.find(new AgencyCode("G04")).orElseThrow();

        assertThat(transport.existsOn(LocalDate.of(2025, 2, 28))).isTrue();
        assertThat(transport.existsOn(LocalDate.of(2025, 3, 1))).isFalse();
    }

    @Test
    void endedMinistryHasASuccessor() {
        assertThat(agencies.successors(new AgencyCode("G04"))).singleElement().satisfies(successor -> {
            assertThat(successor.agency().name().vi()).isEqualTo("Bộ Xây dựng");
            assertThat(successor.since()).isEqualTo(LocalDate.of(2025, 3, 1));
        });
        assertThat(agencies.successors(new AgencyCode("G01"))).isEmpty();
    }

    @Test
    void agenciesAreATreeByTheirCodes() {
        var tree = new Agencies(DATABASE.sql());
        DATABASE.sql().sql("""
                        insert into agency.agency (code, name_vi, name_en, place_vi, place_en, unit_vi, unit_en, valid_from)
                        select code, 'Cơ quan ' || code, 'Agency ' || code, '', '', '', '', '2026-01-01'
                        from unnest(array['H01.02', 'H01.02.03', 'H01.10.07']) as code
                        """).update();

        assertThat(tree.find(new AgencyCode("H01.02.03")).orElseThrow().level()).isEqualTo(3);
        assertThat(tree.parent(new AgencyCode("H01.02.03")).orElseThrow().code().value())
                .isEqualTo("H01.02");
        assertThat(tree.parent(new AgencyCode("H01"))).isEmpty();
        assertThat(tree.children(new AgencyCode("H01")))
                .as("also one whose own parent is not known")
                .extracting(agency -> agency.code().value())
                .containsExactly("H01.02", "H01.10.07");
        assertThat(tree.ministries()).noneMatch(Agency::isProvince).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void unknownCodeIsNotFound() {
        assertThat(agencies.find(new AgencyCode("H99"))).isEmpty();
    }

    @Test
    void changedTableIsReadAgain() {
        var fresh = new Agencies(DATABASE.sql());
        assertThat(fresh.find(new AgencyCode("G98"))).isEmpty();
        DATABASE.sql().sql("""
                        insert into agency.agency (code, name_vi, name_en, place_vi, place_en, unit_vi, unit_en, valid_from)
                        values ('G98', 'Cơ quan mới', 'New agency', '', '', '', '', '2026-01-01')
                        """).update();

        fresh.changed();

        assertThat(fresh.find(new AgencyCode("G98"))).isPresent();
    }
}
