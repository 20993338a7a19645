package vn.motcua.sandbox.momo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.motcua.sandbox.Faults;
import vn.motcua.sandbox.Ledger;
import vn.motcua.sandbox.PortalLink;
import vn.motcua.sandbox.Secrets;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Door;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.door.Refusal;

/** The wallet as people and tests meet it: the payment page, the decision, the books, the settlement file of a day. */
public final class Wallet implements AutoCloseable {

    private static final Set<String> OF_LATER_ROOMS = Set.of("vnptpay", "vietinbank", "vietcombank");

    private final Charges charges;
    private final MomoNotices notices;
    private final PortalLink portal;
    private final PayPage page = new PayPage();
    private final Settlement settlement;

    public Wallet(Ledger ledger, PortalLink portal, Faults faults, Secrets secrets, Door door) {
        this.portal = portal;
        charges = new Charges(ledger, portal, faults);
        notices = new MomoNotices(charges, faults, secrets);
        settlement = new Settlement(secrets.momoPartnerCode());
        new MomoApi(charges, portal, faults, secrets, door);
        door.on("GET /pay/style.css", page::style);
        door.on("GET /pay/{channel}/{attempt}", this::show);
        door.on("POST /pay/{channel}/{attempt}", this::decide);
        door.on("GET /charges", this::list);
        door.on("GET /statement/{channel}", this::statement);
    }

    /** After a restart: notices that were under way go on. */
    public void resume() {
        charges.resume();
    }

    @Override
    public void close() {
        notices.close();
    }

    private void show(Call call) throws IOException {
        channel(call.variable("channel"));
        var language = call.query("lang").get("lang");
        var charge = find(call.variable("attempt"));
        call.html(page.of(charge, charge.stateAt(portal.now()), language, notices.wayBack(charge)));
    }

    private void decide(Call call) throws IOException {
        channel(call.variable("channel"));
        var body = call.body();
        boolean json = new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("{");
        if (json || !"application/x-www-form-urlencoded".equals(call.header("Content-Type"))) {
            var fields = Json.of(body);
            var outcome = outcome(fields.text("outcome", 20));
            fields.nothingElse();
            var charge = charges.decide(call.variable("attempt"), outcome);
            call.json(Json.object().put("redirectUrl", notices.wayBack(charge)));
            return;
        }
        var outcome = outcome(Call.form(new String(body, StandardCharsets.UTF_8)).getOrDefault("outcome", ""));
        var charge = find(call.variable("attempt"));
        try {
            call.redirect(notices.wayBack(charges.decide(charge.order().id(), outcome)));
        } catch (Refusal refusal) {
            call.redirect("/pay/momo/" + charge.order().id()); // the page says what became of it
        }
    }

    private void list(Call call) throws IOException {
        var channel = call.query("channel").get("channel");
        if (channel != null) {
            channel(channel);
        }
        try (var out = call.stream("application/json")) {
            out.write('[');
            boolean first = true;
            for (var charge : charges.all()) {
                if (charge.state() == Charge.State.PAID) {
                    out.write(first ? new byte[0] : new byte[] {','});
                    out.write(Json.MAPPER.writeValueAsBytes(entry(charge)));
                    first = false;
                }
            }
            out.write(']');
        }
    }

    private static JsonNode entry(Charge charge) {
        var entry = Json.object()
                .put("channel", "momo")
                .put("attempt", charge.order().id())
                .put("amountVnd", charge.taken())
                .put("state", charge.refunded() == charge.taken() ? "refunded" : "paid")
                .put("at", charge.decidedAt().toString());
        var refunds = entry.putArray("refunds");
        for (var refund : charge.refunds()) {
            refunds.addObject()
                    .put("reference", refund.id())
                    .put("amountVnd", refund.amount())
                    .put("at", refund.at().toString());
        }
        return entry;
    }

    private void statement(Call call) throws IOException {
        channel(call.variable("channel"));
        var now = portal.now();
        var date = Settlement.date(call.query("date").get("date"), now);
        var bytes = settlement.of(date, charges.all()).getBytes(StandardCharsets.UTF_8);
        call.answerHeader("Repr-Digest", Settlement.digest(bytes));
        call.answerHeader("Content-Disposition", "attachment; filename=\"momo-" + date + ".csv\"");
        call.send(200, "text/csv; charset=utf-8", bytes);
    }

    private Charge find(String orderId) {
        return charges.find(orderId).orElseThrow(() -> Refusal.notFound("There is no such payment."));
    }

    private static Charge.State outcome(String word) {
        return switch (word) {
            case "paid" -> Charge.State.PAID;
            case "failed" -> Charge.State.FAILED;
            case "cancelled" -> Charge.State.CANCELLED;
            default -> throw Refusal.invalid("outcome", "outcome", "must be paid, failed or cancelled");
        };
    }

    private static void channel(String channel) {
        if (OF_LATER_ROOMS.contains(channel)) {
            throw Refusal.unsupported("channel", channel + " is not part of the sandbox yet");
        }
        if (!channel.equals("momo")) {
            throw Refusal.invalid("channel", "channel", "must be momo");
        }
    }
}
