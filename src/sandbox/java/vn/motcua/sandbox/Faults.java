package vn.motcua.sandbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Door;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.door.Refusal;

/** What goes wrong in the outside world for the next so many calls, because somebody asked for it. */
public final class Faults {

    /** Parts of the outside world, and the faults that each can have. */
    public enum Target {
        MOMO(EnumSet.allOf(Mode.class)),
        SMS(EnumSet.of(Mode.DOWN, Mode.SLOW, Mode.DROP_CALLBACK, Mode.DUPLICATE_CALLBACK, Mode.LATE_SUCCESS)),
        MAIL(EnumSet.of(Mode.DOWN, Mode.SLOW, Mode.LATE_SUCCESS)),
        SCANNER(EnumSet.of(Mode.DOWN, Mode.SLOW));

        private final Set<Mode> modes;

        Target(Set<Mode> modes) {
            this.modes = modes;
        }
    }

    /**
     * DOWN: the connection ends without an answer. SLOW: answers {@code ms} later. DROP_CALLBACK: the notice is never sent.
     * DUPLICATE_CALLBACK: it is sent twice. WRONG_AMOUNT: the wallet takes another amount. FORGE_SIGNATURE: a notice of
     * success with a signature that is not the wallet's. LATE_SUCCESS: what was asked happens, but nobody is told in time
     * (a payment ends {@code ms} later; a message arrives, but its sender gets no answer).
     */
    public enum Mode {
        DOWN,
        SLOW,
        DROP_CALLBACK,
        DUPLICATE_CALLBACK,
        WRONG_AMOUNT,
        FORGE_SIGNATURE,
        LATE_SUCCESS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A fault that hits the call at hand. */
    public record Fault(Mode mode, Duration delay) {}

    private record Left(int count, Duration delay) {}

    private static final Set<String> OF_LATER_ROOMS = Set.of("vnptpay", "vietinbank", "vietcombank", "eid", "register");
    private static final int DEFAULT_MS = 3_000;

    private final Ledger ledger;
    private final Map<Target, Map<Mode, Left>> left = new EnumMap<>(Target.class);

    Faults(Ledger ledger, Door door) {
        this.ledger = ledger;
        ledger.reads("fault", (line, _) -> set(line));
        ledger.reads("fault-met", (line, _) -> use(target(line), mode(line)));
        ledger.reads("faults-cleared", (_, _) -> clear());
        door.on("POST /faults", this::post);
        door.on("DELETE /faults", call -> {
            ledger.keep(Json.object().put("kind", "faults-cleared"));
            call.nothing(204);
        });
    }

    /** Takes one call off a fault, when there is one. */
    public Optional<Fault> meet(Target target, Mode mode) {
        var fault = use(target, mode);
        fault.ifPresent(_ -> ledger.note(Json.object()
                .put("kind", "fault-met")
                .put("target", target.name())
                .put("mode", mode.name())));
        return fault;
    }

    /** Waits when the target is slow; says whether it is down. */
    public boolean isDown(Target target) {
        meet(target, Mode.SLOW).ifPresent(fault -> pause(fault.delay()));
        return meet(target, Mode.DOWN).isPresent();
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(Call call) throws java.io.IOException {
        var json = call.json();
        var target = target(json.text("target", 20));
        var mode = mode(json.text("mode", 20));
        int count = json.number("count", 1, 1_000_000);
        int ms = json.has("ms") ? json.number("ms", 0, 600_000) : DEFAULT_MS;
        json.nothingElse();
        if (!target.modes.contains(mode)) {
            throw Refusal.invalid(
                    "mode", "mode", mode.word() + " cannot happen to " + target.name().toLowerCase(Locale.ROOT));
        }
        ledger.keep(Json.object()
                .put("kind", "fault")
                .put("target", target.name())
                .put("mode", mode.name())
                .put("count", count)
                .put("ms", ms));
        call.nothing(204);
    }

    private static Target target(String word) {
        if (OF_LATER_ROOMS.contains(word)) {
            throw Refusal.unsupported("target", word + " is not part of the sandbox yet");
        }
        for (var target : Target.values()) {
            if (target.name().toLowerCase(Locale.ROOT).equals(word)) {
                return target;
            }
        }
        throw Refusal.invalid("target", "target", "must be momo, sms, mail or scanner");
    }

    private static Mode mode(String word) {
        for (var mode : Mode.values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw Refusal.invalid(
                "mode",
                "mode",
                "must be down, slow, drop-callback, duplicate-callback, wrong-amount, forge-signature or late-success");
    }

    private static Target target(JsonNode line) {
        return Target.valueOf(line.get("target").asString());
    }

    private static Mode mode(JsonNode line) {
        return Mode.valueOf(line.get("mode").asString());
    }

    private synchronized void set(JsonNode line) {
        left.computeIfAbsent(target(line), _ -> new EnumMap<>(Mode.class))
                .put(
                        mode(line),
                        new Left(
                                line.get("count").asInt(),
                                Duration.ofMillis(line.get("ms").asInt())));
    }

    private synchronized void clear() {
        left.clear();
    }

    private synchronized Optional<Fault> use(Target target, Mode mode) {
        var modes = left.getOrDefault(target, Map.of());
        var now = modes.get(mode);
        if (now == null) {
            return Optional.empty();
        }
        if (now.count == 1) {
            modes.remove(mode);
        } else {
            modes.put(mode, new Left(now.count - 1, now.delay));
        }
        return Optional.of(new Fault(mode, now.delay));
    }
}
