package vn.motcua.catalogue.level.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.level.Levels;
import vn.motcua.catalogue.level.UpgradeRule;
import vn.motcua.web.Frame;

/** Decisions and shares in sentences. */
final class Said {

    private Said() {}

    static String decision(Levels.Standing standing, Frame frame) {
        var decision = standing.decision();
        return decision == null
                ? frame.text("catalogue.levels.decision.none")
                : frame.text("catalogue.levels.decision", decision.number(), decision.date());
    }

    /** Numerator and denominator with the share; what was not measured is never 0 %. */
    static String share(UpgradeRule.@Nullable Figures figures, Frame frame) {
        return switch (UpgradeRule.of(figures)) {
            case UpgradeRule.Share.Unmeasured _ -> frame.text("catalogue.levels.unmeasured");
            case UpgradeRule.Share.Measured measured ->
                frame.text(
                        measured.enough() ? "catalogue.levels.share.enough" : "catalogue.levels.share.low",
                        measured.figures().online(),
                        measured.figures().all(),
                        percent(measured.tenths(), frame.locale()),
                        String.valueOf(measured.figures().year()));
        };
    }

    private static String percent(int tenths, Locale locale) {
        return tenths / 10 + (locale.getLanguage().equals("en") ? "." : ",") + tenths % 10;
    }
}
