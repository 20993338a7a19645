package vn.motcua.sandbox;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.door.Door;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.messages.MailBox;
import vn.motcua.sandbox.messages.Messages;
import vn.motcua.sandbox.messages.SmsCentre;
import vn.motcua.sandbox.momo.Wallet;
import vn.motcua.sandbox.scanner.Clamd;

/** The process of the outside world. Everything in it listens on loopback only. */
public final class Sandbox implements AutoCloseable {

    private final Ledger ledger;
    private final Door door;
    private final SmsCentre smsCentre;
    private final MailBox mailBox;
    private final Clamd scanner;
    private final Wallet wallet;

    /** The ports taken, in the order of the options. */
    record Ports(int http, int smpp, int smtp, int clamd) {}

    private final Ports ports;

    private Sandbox(Options options) throws IOException {
        var secrets = Secrets.in(options.data());
        ledger = new Ledger(options.data().resolve("sandbox"));
        door = new Door(options.port());
        var portal = new PortalLink(options.management(), secrets);
        var faults = new Faults(ledger, door);
        new Messages(ledger, door);
        smsCentre = new SmsCentre(ledger, portal, faults, secrets.smpp());
        mailBox = new MailBox(ledger, portal, faults);
        scanner = new Clamd(faults);
        wallet = new Wallet(ledger, portal, faults, secrets, door);
        for (var route : new String[] {"GET /clock", "POST /clock", "POST /tokens", "POST /people", "GET /captchas/{id}"}) {
            door.on(route, portal::pass);
        }
        door.on("GET /health", call -> call.json(Json.object().put("status", "UP")));
        ledger.start();
        ports = new Ports(
                door.port(),
                smsCentre.open(options.smpp(), door),
                mailBox.open(options.smtp(), door),
                scanner.open(options.clamd()));
        wallet.resume();
        door.open();
    }

    /** Starts the world; refuses with one sentence when a port or the data directory is taken. */
    static Sandbox start(String... args) throws IOException {
        return new Sandbox(Options.of(args));
    }

    Ports ports() {
        return ports;
    }

    @Override
    public void close() throws IOException {
        door.close();
        wallet.close();
        smsCentre.close();
        mailBox.close();
        scanner.close();
        ledger.close();
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        var sandbox = started(args);
        if (sandbox == null) {
            System.exit(1);
            return;
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                sandbox.close();
            } catch (IOException e) {
                System.err.println(e.getMessage());
            }
            stopped.countDown();
        }));
        var ports = sandbox.ports;
        System.out.printf(
                "The outside world: http://127.0.0.1:%d, SMPP %d, SMTP %d, clamd %d%n",
                ports.http, ports.smpp, ports.smtp, ports.clamd);
        stopped.await();
    }

    private static @Nullable Sandbox started(String... args) {
        try {
            return start(args);
        } catch (BindException e) {
            System.err.println("A port of the sandbox is taken (" + e.getMessage() + "). Choose another --port.");
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
        }
        return null;
    }
}
