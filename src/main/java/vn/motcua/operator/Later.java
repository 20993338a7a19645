package vn.motcua.operator;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Commands that the contract names and that come with a later release; they say so and do nothing. */
final class Later {

    private Later() {}

    private static int say(String what, String now) {
        System.err.printf("%s is not in this release; until then %s.%n", what, now);
        return 2;
    }

    @Command(name = "import", description = "(a later release) procedures FILE, territory DIR, calendar FILE")
    static final class Import implements Callable<Integer> {

        @Unmatched
        List<String> rest = new java.util.ArrayList<>();

        @Override
        public Integer call() {
            return say("import", "procedures, agencies and the calendar come with the release itself");
        }
    }
}
