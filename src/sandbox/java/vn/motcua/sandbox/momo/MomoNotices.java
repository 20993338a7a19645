package vn.motcua.sandbox.momo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.sandbox.Faults;
import vn.motcua.sandbox.Secrets;
import vn.motcua.sandbox.door.Json;

/**
 * How the wallet tells the portal what became of a payment: a signed notice from server to server (IPN), sent again with
 * growing pauses until it is answered with 204, for a day; and the signed query of the way back in the browser.
 */
final class MomoNotices implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15); // MoMo waits so long for the 204
    private static final int MOST_TRIES = 1_440; // about a day
    private static final System.Logger LOG = System.getLogger(MomoNotices.class.getName());

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Charges charges;
    private final Faults faults;
    private final Secrets secrets;
    private volatile boolean closed;

    MomoNotices(Charges charges, Faults faults, Secrets secrets) {
        this.charges = charges;
        this.faults = faults;
        this.secrets = secrets;
        charges.tells(charge -> Thread.startVirtualThread(() -> tell(charge)));
    }

    /** What is under way goes on at the next start. */
    @Override
    public void close() {
        closed = true;
    }

    /** Where the person's browser goes after deciding. */
    String wayBack(Charge charge) {
        var query = fields(charge).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var url = charge.order().redirectUrl();
        return url + (url.contains("?") ? "&" : "?") + query;
    }

    private void tell(Charge charge) {
        if (faults.meet(Faults.Target.MOMO, Faults.Mode.DROP_CALLBACK).isPresent()) {
            charges.keepNoticed(charge.order().id());
            return;
        }
        var pause = FIRST_PAUSE;
        for (int tries = 0; tries < MOST_TRIES && !closed; tries++) {
            boolean forged = faults.meet(Faults.Target.MOMO, Faults.Mode.FORGE_SIGNATURE).isPresent();
            var notice = forged ? forged(charge) : fields(charge);
            boolean taken = post(charge, notice) && !forged;
            if (faults.meet(Faults.Target.MOMO, Faults.Mode.DUPLICATE_CALLBACK).isPresent()) {
                post(charge, notice);
            }
            if (taken) {
                charges.keepNoticed(charge.order().id());
                return;
            }
            Faults.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean post(Charge charge, Map<String, String> fields) {
        var body = Json.object();
        fields.forEach((name, value) -> {
            switch (name) {
                case "amount", "transId", "responseTime" -> body.put(name, Long.parseLong(value));
                case "resultCode" -> body.put(name, Integer.parseInt(value));
                default -> body.put(name, value);
            }
        });
        var request = HttpRequest.newBuilder(URI.create(charge.order().ipnUrl()))
                .header("Content-Type", "application/json; charset=UTF-8")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body.toString()));
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                LOG.log(System.Logger.Level.INFO, "Notice of {0} answered {1}", charge.order().id(), status);
            }
            return status == 204;
        } catch (IOException _) {
            return false; // the portal is away; later
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, String> fields(Charge charge) {
        return signed(charge, charge.state(), secrets.momoSecretKey());
    }

    /** Says "paid" whatever happened, signed by somebody who does not know the key. */
    private Map<String, String> forged(Charge charge) {
        return signed(charge, Charge.State.PAID, "forged-" + charge.order().id());
    }

    private Map<String, String> signed(Charge charge, Charge.State state, String key) {
        var order = charge.order();
        var fields = new LinkedHashMap<String, String>();
        fields.put("partnerCode", secrets.momoPartnerCode());
        fields.put("orderId", order.id());
        fields.put("requestId", order.requestId());
        fields.put("amount", String.valueOf(charge.taken() == 0 ? order.amount() : charge.taken()));
        fields.put("orderInfo", order.info());
        fields.put("orderType", "momo_wallet");
        fields.put("transId", String.valueOf(charge.transId()));
        fields.put("resultCode", String.valueOf(state.resultCode));
        fields.put("message", state.message);
        fields.put("payType", "qr");
        fields.put("responseTime", String.valueOf(charge.decidedAt().toInstant().toEpochMilli()));
        fields.put("extraData", order.extraData());
        var values = new LinkedHashMap<>(fields);
        values.put("accessKey", secrets.momoAccessKey());
        fields.put("signature", MomoSignature.of(MomoSignature.NOTICE, values, key));
        return fields;
    }
}
