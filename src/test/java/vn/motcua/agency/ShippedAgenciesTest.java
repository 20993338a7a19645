package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;
import vn.motcua.shared.AgencyCode;

class ShippedAgenciesTest {

    @Test
    void theAgenciesWithoutADatabaseAreThoseThatANewDatabaseGets() {
        try (var database = TestDatabase.fresh()) {
            var kept = new Agencies(database.sql());
            var shipped = new ShippedAgencies();

            assertThat(kept.provinces()).hasSize(34).allSatisfy(province -> assertThat(shipped.find(province.code()))
                    .contains(province));
            for (var ministry : new String[] {"G01", "G04", "G12", "G24"}) {
                var code = new AgencyCode(ministry);
                assertThat(shipped.find(code)).isPresent().isEqualTo(kept.find(code));
            }
            assertThat(shipped.find(new AgencyCode("H99"))).isEmpty();
        }
    }
}
