package vn.motcua.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for. Ports follow the sandbox's own: portal's management +1, SMPP +2, SMTP +3, clamd +4; 0
 * takes any free port.
 */
record Options(int port, Path data, int management, int smpp, int smtp, int clamd) {

    static final String HELP =
            """
            motcua sandbox --port N --data DIR
              The outside world as a process of its own: wallet, SMS centre, mail, virus scanner. Loopback only.
              --port N         its own HTTP port (8081)
              --data DIR       the data directory of the portal (var); the ledger stands in DIR/sandbox
              --management N   the portal's management port (port + 1)
              --smpp N         the SMS centre (port + 2)
              --smtp N         the mail server (port + 3)
              --clamd N        the virus scanner (port + 4)
            """;

    private static final Set<String> KNOWN =
            Set.of("--port", "--data", "--management", "--smpp", "--smtp", "--clamd");

    /** Refuses what it does not know with one sentence. */
    static Options of(String... args) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new IllegalArgumentException("Unknown option " + args[i] + ". --help lists them.");
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value.");
            }
            given.put(args[i], args[i + 1]);
        }
        int port = port(given, "--port", 8081);
        return new Options(
                port,
                Path.of(given.getOrDefault("--data", "var")),
                port(given, "--management", beside(port, 1)),
                port(given, "--smpp", beside(port, 2)),
                port(given, "--smtp", beside(port, 3)),
                port(given, "--clamd", beside(port, 4)));
    }

    private static int beside(int port, int distance) {
        return port == 0 ? 0 : port + distance;
    }

    private static int port(Map<String, String> given, String name, int otherwise) {
        var text = given.getOrDefault(name, String.valueOf(otherwise));
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(name + " must be a port between 0 and 65535, not " + text + ".");
    }
}
