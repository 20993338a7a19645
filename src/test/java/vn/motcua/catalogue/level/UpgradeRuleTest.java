package vn.motcua.catalogue.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import vn.motcua.catalogue.level.UpgradeRule.Figures;
import vn.motcua.catalogue.level.UpgradeRule.Share;

/** The 30 % rule of Thông tư 01/2018/TT-VPCP, for all figures that a year can have. */
class UpgradeRuleTest {

    @Property
    void shareIsTheQuotientRoundedDownAndPassesFromThirtyOn(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long all, @ForAll @LongRange(min = 0) long some) {
        long online = some % (all + 1);
        var share = (Share.Measured) UpgradeRule.of(new Figures(2026, online, all));
        var exact =
                new BigDecimal(online).multiply(new BigDecimal(100)).divide(new BigDecimal(all), 30, RoundingMode.DOWN);

        assertThat(share.enough()).isEqualTo(exact.compareTo(new BigDecimal(30)) >= 0);
        assertThat(share.tenths())
                .isEqualTo(
                        exact.movePointRight(1).setScale(0, RoundingMode.DOWN).intValue());
        assertThat(share.tenths() >= 300).as("what looks like 30.0 %% passes").isEqualTo(share.enough());
        assertThat(UpgradeRule.allows(share.figures(), true)).isEqualTo(share.enough());
        assertThat(UpgradeRule.allows(share.figures(), false)).isFalse();
    }

    @Property(tries = 100)
    void exactlyThirtyPerCentPassesAndOneDossierLessDoesNot(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long tens) {
        assertThat(UpgradeRule.allows(new Figures(2026, 3 * tens, 10 * tens), true))
                .isTrue();
        assertThat(UpgradeRule.allows(new Figures(2026, 3 * tens - 1, 10 * tens), true))
                .isFalse();
    }

    @Example
    void whereNothingWasCountedThereIsNoShareAndNoUpgrade() {
        assertThat(UpgradeRule.of(null)).isEqualTo(new Share.Unmeasured());
        assertThat(UpgradeRule.of(new Figures(2026, 0, 0))).isEqualTo(new Share.Unmeasured());
        assertThat(UpgradeRule.allows(null, true)).isFalse();
        assertThat(UpgradeRule.allows(new Figures(2026, 0, 0), true)).isFalse();
    }

    @Example
    void moreOnlineThanAllAndLessThanNothingAreRefused() {
        assertThatThrownBy(() -> new Figures(2026, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figures(2026, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
