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

    @Command(name = "publish", description = "(a later release)")
    static final class Publish implements Callable<Integer> {

        @Unmatched
        List<String> rest = new java.util.ArrayList<>();

        @Override
        public Integer call() {
            return say("service publish", "the folders under services/ are checked and published at every start");
        }
    }

    @Command(name = "export", description = "(a later release)")
    static final class Export implements Callable<Integer> {

        @Unmatched
        List<String> rest = new java.util.ArrayList<>();

        @Override
        public Integer call() {
            return say("service export", "GET /api/v1/procedures/CODE answers a published record as JSON");
        }
    }
}
