package vn.motcua.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.motcua.notification.HeldMessages;

/** Lists the messages that a restore held back, and lets them go or gives them up. */
@Command(
        name = "messages",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the messages that a restore holds back, because people may have got them already.",
            "release or drop decides about those that are named, or about --all."
        },
        subcommands = {MessagesCommand.Release.class, MessagesCommand.Drop.class})
final class MessagesCommand implements Callable<Integer> {

    /** So many are printed where they are not asked for. */
    private static final int FEW = 10;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    Tool tool;

    @Override
    public Integer call() {
        try (var at = Workplace.open(tool.directory())) {
            var lines = lines(held(at), Integer.MAX_VALUE);
            (lines.isEmpty() ? List.of("No message is held.") : lines).forEach(System.out::println);
            return 0;
        }
    }

    private static HeldMessages held(Workplace at) {
        return new HeldMessages(JdbcClient.create(at.owner()));
    }

    /** How many are held and why, then a line for each of the oldest; nothing when none is. */
    static List<String> lines(HeldMessages held) {
        return lines(held, FEW);
    }

    private static List<String> lines(HeldMessages held, int most) {
        long count = held.count();
        var lines = new ArrayList<String>();
        if (count == 0) {
            return lines;
        }
        var listed = held.list();
        var oldest = listed.getFirst();
        lines.add("%,d messages are held since %s by %s: %s"
                .formatted(count, oldest.heldAt(), oldest.by(), oldest.why()));
        for (var message : listed.subList(0, Math.min(most, listed.size()))) {
            lines.add("  %s  %-5s  %s  of %s"
                    .formatted(message.reference(), message.channel(), message.about(), message.madeAt()));
        }
        if (count > lines.size() - 1) {
            lines.add("  and %,d more".formatted(count - lines.size() + 1));
        }
        return lines;
    }

    /** What both decisions ask for. */
    private abstract static class Decision implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        MessagesCommand messages;

        @Parameters(paramLabel = "REFERENCE", description = "the messages, as the list names them")
        List<UUID> references = new ArrayList<>();

        @Option(names = "--all", description = "all that are held")
        boolean all;

        @Option(
                names = "--by",
                paramLabel = "NAME",
                description = "who decides, kept with each message (${DEFAULT-VALUE})")
        String by = Restore.whoever();

        @Override
        public Integer call() {
            if (all != references.isEmpty()) {
                System.err.println("Name the messages, or --all.");
                return 2;
            }
            try (var at = Workplace.open(messages.tool.directory())) {
                var held = held(at);
                var chosen = new HashSet<>(all ? held.references() : references);
                int decided = decide(held, chosen);
                System.out.printf("%,d messages %s, %,d still held.%n", decided, done(), held.count());
                if (decided < chosen.size()) {
                    System.err.printf("%,d of those named are not held.%n", chosen.size() - decided);
                    return 1;
                }
                return 0;
            }
        }

        abstract int decide(HeldMessages held, HashSet<UUID> chosen);

        abstract String done();
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Sends them after all, under the references that they had.")
    static final class Release extends Decision {

        @Override
        int decide(HeldMessages held, HashSet<UUID> chosen) {
            return held.release(chosen, messages.tool.clock().instant(), by);
        }

        @Override
        String done() {
            return "released";
        }
    }

    @Command(name = "drop", mixinStandardHelpOptions = true, description = "Gives them up: they are never sent.")
    static final class Drop extends Decision {

        @Override
        int decide(HeldMessages held, HashSet<UUID> chosen) {
            return held.drop(chosen, messages.tool.clock().instant(), by);
        }

        @Override
        String done() {
            return "dropped";
        }
    }
}
