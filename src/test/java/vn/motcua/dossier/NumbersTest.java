package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.shared.AgencyCode;

class NumbersTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    static final AgencyCode HANOI = new AgencyCode("H26");

    @Test
    void everyNumberIsDrawnOnceOnTwoNodes() throws Exception {
        try (var database = TestDatabase.fresh();
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = List.of(new Numbers(database.sql()), new Numbers(database.sql()));
            var drawn = Collections.synchronizedList(new ArrayList<String>());
            for (int i = 0; i < 500; i++) {
                var node = nodes.get(i % 2);
                pool.submit(() -> drawn.add(node.next(HANOI, DAY).value()));
            }
            pool.close();

            assertThat(drawn).hasSize(500).doesNotHaveDuplicates();
            assertThat(drawn).allMatch(code -> code.matches("H26-261116-\\d{4}"));
        }
    }

    @Test
    void numbersRiseWithinAnAgencyAndDayAndBeginAnewTheNext() {
        try (var database = TestDatabase.fresh()) {
            var numbers = new Numbers(database.sql());

            assertThat(numbers.next(HANOI, DAY)).isEqualTo(new DossierCode("H26-261116-0001"));
            assertThat(numbers.next(HANOI, DAY)).isEqualTo(new DossierCode("H26-261116-0002"));
            assertThat(numbers.next(new AgencyCode("H29"), DAY)).isEqualTo(new DossierCode("H29-261116-0001"));
            assertThat(numbers.next(HANOI, DAY.plusDays(1))).isEqualTo(new DossierCode("H26-261117-0001"));
        }
    }

    @Test
    void tenThousandthNumberOfADayIsWiderAndDoesNotWrap() {
        try (var database = TestDatabase.fresh()) {
            database.sql()
                    .sql("insert into dossier.sequence values ('H26', date '2026-11-16', 9999)")
                    .update();

            assertThat(new Numbers(database.sql()).next(HANOI, DAY).value()).isEqualTo("H26-261116-10000");
        }
    }

    @Test
    void noNumberIsDrawnWhileAConnectionIsHeld() {
        try (var database = TestDatabase.fresh()) {
            var numbers = new Numbers(database.sql());
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.app()));

            assertThatIllegalStateException()
                    .isThrownBy(() -> transaction.executeWithoutResult(status -> numbers.next(HANOI, DAY)));
        }
    }
}
