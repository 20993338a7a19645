package vn.motcua.catalogue.level;

import org.jspecify.annotations.Nullable;

/**
 * The 30 % rule: a service goes from level 3 to level 4 only if, of all dossiers of its procedure in a year, at least 30 % were
 * received and handled online, and it meets the criteria (Thông tư 01/2018/TT-VPCP). Exactly 30 % is enough. Where there was
 * no dossier there is no share: neither 0 % nor any other.
 */
public final class UpgradeRule {

    /** The least share, in per cent. */
    public static final int LEAST_PERCENT = 30;

    /** More dossiers than a country has in a year; keeps the product below within a long. */
    private static final long MOST_DOSSIERS = 10_000_000_000L;

    private UpgradeRule() {}

    /**
     * One year of a procedure. Refuses more online than all, and anything below nothing.
     *
     * @param online received and handled online; {@code all} by any way
     */
    public record Figures(int year, long online, long all) {
        public Figures {
            if (online < 0 || online > all || all > MOST_DOSSIERS) {
                throw new IllegalArgumentException("Not figures of a year: " + online + " of " + all);
            }
        }
    }

    /** What the figures say. */
    public sealed interface Share {

        /** Nobody counted, or there was nothing to count. */
        record Unmeasured() implements Share {}

        /** @param tenths the share in tenths of a per cent, rounded down, so that what does not pass never looks like 30.0 */
        record Measured(Figures figures, int tenths, boolean enough) implements Share {}
    }

    public static Share of(@Nullable Figures figures) {
        if (figures == null || figures.all() == 0) {
            return new Share.Unmeasured();
        }
        return new Share.Measured(
                figures,
                (int) (figures.online() * 1_000 / figures.all()),
                figures.online() * 100 >= figures.all() * LEAST_PERCENT);
    }

    /** Whether the step from 3 to 4 is allowed. */
    public static boolean allows(@Nullable Figures figures, boolean criteriaMet) {
        return criteriaMet && of(figures) instanceof Share.Measured measured && measured.enough();
    }
}
