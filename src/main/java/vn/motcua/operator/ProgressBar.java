package vn.motcua.operator;

/** One line that grows on a terminal, and every tenth on a line of its own elsewhere. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;

    private final String what;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private int shown = -1;

    ProgressBar(String what) {
        this.what = what;
    }

    /** @param done of {@code all}, in any unit */
    void at(long done, long all) {
        int percent = all <= 0 ? 100 : (int) Math.min(100, done * 100 / all);
        if (terminal && percent != shown) {
            int full = percent * WIDTH / 100;
            System.err.printf("\r[%s%s] %3d %% of %s", "#".repeat(full), " ".repeat(WIDTH - full), percent, what);
            shown = percent;
        } else if (!terminal && percent / 10 != shown / 10) {
            System.err.printf("%d %% of %s%n", percent, what);
            shown = percent;
        }
    }

    @Override
    public void close() {
        if (terminal && shown >= 0) {
            System.err.println();
        }
    }
}
