package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A whole installation as bin/run starts it: portal with its PostgreSQL, and the outside world beside it. */
final class Town implements AutoCloseable {

    static final String START = "2026-11-16T08:00+07:00";
    static final String PASSWORD = "Motcua-2026!";

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private static final Pattern ERROR = Pattern.compile("^\\S+ ERROR .*", Pattern.MULTILINE);

    private static @Nullable Town shared;

    final Path data;
    final int port;
    private @Nullable Child portal;
    private @Nullable Child world;

    Town(String name) {
        data = Child.base().resolve("target/journey/" + name);
        FileSystemUtils.deleteRecursively(data.toFile());
        try {
            Files.createDirectories(data);
            Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = sixFreePorts();
    }

    /** The one town of all journeys that only add to it. */
    static synchronized Town shared() {
        if (shared == null) {
            shared = new Town("shared");
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
            shared.start();
        }
        return shared;
    }

    String portal() {
        return "http://localhost:" + port;
    }

    String sandbox() {
        return "http://127.0.0.1:" + (port + 1);
    }

    Client visitor() {
        return new Client(portal(), "");
    }

    Client world() {
        return new Client(sandbox(), "");
    }

    /** A citizen by number, or an official by user name. */
    Client signed(String person) {
        return visitor().as(token(person));
    }

    String token(String person) {
        var scope = person.matches("\\d+") ? "me" : "work";
        return world().post("/tokens", "{\"person\":\"%s\",\"scope\":\"%s\"}".formatted(person, scope))
                .is(200)
                .json()
                .get("access_token")
                .asString();
    }

    List<JsonNode> messages(String to) {
        var all = new ArrayList<JsonNode>();
        world().get("/messages?to=" + to).is(200).json().forEach(all::add);
        return all;
    }

    /** How many messages there are, to look for a later one. */
    long lastMessage(String to) {
        var all = messages(to);
        return all.isEmpty() ? 0 : all.getLast().get("id").asLong();
    }

    /** The six digits of the first message after that one. */
    String code(String to, long after) {
        return Client.until(
                Duration.ofSeconds(20),
                () -> messages(to).stream()
                        .filter(message -> message.get("id").asLong() > after)
                        .map(message -> CODE.matcher(message.get("text").asString()))
                        .filter(java.util.regex.Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(""),
                digits -> !digits.isEmpty());
    }

    String captcha(String id) {
        return world().get("/captchas/" + id).is(200).json().get("answer").asString();
    }

    void pay(String attempt, String outcome) {
        world().post("/pay/momo/" + attempt, "{\"outcome\":\"%s\"}".formatted(outcome))
                .is(200);
    }

    JsonNode charges() {
        return world().get("/charges?channel=momo").is(200).json();
    }

    String now() {
        return world().get("/clock").is(200).json().get("now").asString();
    }

    void advance(String duration) {
        world().post("/clock", "{\"advance\":\"%s\"}".formatted(duration)).is(200);
    }

    void fault(String target, String mode, int count) {
        world().post("/faults", "{\"target\":\"%s\",\"mode\":\"%s\",\"count\":%d}".formatted(target, mode, count))
                .is(204);
    }

    void start() {
        startWorld();
        startPortal();
    }

    void startWorld() {
        world = Child.start(
                data.resolve("log/sandbox.out"),
                List.of("-Xmx96m"),
                "vn.motcua.sandbox.Sandbox",
                List.of(
                        "--port",
                        "" + (port + 1),
                        "--data",
                        "" + data,
                        "--management",
                        "" + (port + 2),
                        "--smpp",
                        "" + (port + 3),
                        "--smtp",
                        "" + (port + 4),
                        "--clamd",
                        "" + (port + 5)));
        world.awaitReady(sandbox() + "/messages");
    }

    void startPortal() {
        portal = Child.start(
                data.resolve("log/portal.out"),
                List.of("-Xmx512m", "-Xss512k"),
                "vn.motcua.Motcua",
                options(port, "--motcua.time.start=" + START));
        portal.awaitReady(portal() + "/health/ready");
    }

    /** What bin/run gives the portal; a second node has another port and further options. */
    List<String> options(int serverPort, String... further) {
        var options = new ArrayList<String>(List.of(
                "--server.port=" + serverPort,
                "--motcua.data=" + data,
                "--spring.profiles.active=sandbox",
                "--outside.http=" + (port + 1),
                "--outside.smpp=" + (port + 3),
                "--outside.smtp=" + (port + 4),
                "--outside.clamd=" + (port + 5)));
        options.addAll(List.of(further));
        return options;
    }

    void killPortal() {
        running(portal).kill();
    }

    void killWorld() {
        running(world).kill();
    }

    /** Portal, sandbox and PostgreSQL, as when the power goes. */
    void killEverything() {
        var postmaster = postmaster();
        killPortal();
        killWorld();
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        try {
            postmaster.onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the portal complained about: nothing, when nobody pulled a plug. */
    List<String> errors() {
        var log = running(portal).said();
        return ERROR.matcher(log).results().map(found -> found.group()).toList();
    }

    void assertNoErrors() {
        assertThat(errors()).as("errors in the portal's log").isEmpty();
    }

    @Override
    public void close() {
        if (portal != null) {
            portal.stop();
        }
        if (world != null) {
            world.stop();
        }
        // a portal that was killed leaves its PostgreSQL behind
        if (Files.exists(data.resolve("pg-data/postmaster.pid"))) {
            postmaster().destroy();
        }
    }

    private ProcessHandle postmaster() {
        try (var lines = Files.lines(data.resolve("pg-data/postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Child running(@Nullable Child child) {
        if (child == null) {
            throw new IllegalStateException("Not started yet.");
        }
        return child;
    }

    static int sixFreePorts() {
        int own = (int) (ProcessHandle.current().pid() % 2_000); // two runs on one machine begin elsewhere
        for (int i = 0; i < 2_000; i++) {
            int first = 10_000 + (own + i) % 2_000 * 10; // below 32,768, where calls that leave take their ports
            if (areFree(first)) {
                return first;
            }
        }
        throw new IllegalStateException("No six free ports in a row.");
    }

    private static boolean areFree(int first) {
        for (int port = first; port < first + 6; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(socket.isBound()).isTrue();
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
