package vn.motcua.payment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/** Paying, from the payer's side: the steps between our rows and the gateways, no step inside another's transaction. */
@Component
public class Payments {

    private final Obligations obligations;
    private final Attempts attempts;
    private final List<Gateway> gateways;

    Payments(Obligations obligations, Attempts attempts, List<Gateway> gateways) {
        this.obligations = obligations;
        this.attempts = attempts;
        this.gateways = List.copyOf(gateways);
    }

    /** An attempt that can be paid at {@code redirectUrl}. */
    public record Begun(String attempt, String redirectUrl) {}

    public Obligation mine(PersonId payer, UUID obligation) {
        return obligations.of(payer, obligation).orElseThrow(() -> Problem.notFound("payment.obligation.none"));
    }

    /** Refuses a channel that this installation does not have. */
    Gateway gateway(String channel) {
        return gateways.stream()
                .filter(gateway -> gateway.channel().equals(channel) && gateway.configured())
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.UNSUPPORTED, "payment.channel.unsupported"));
    }

    public boolean offers(String channel) {
        return gateways.stream().anyMatch(gateway -> gateway.channel().equals(channel) && gateway.configured());
    }

    /**
     * Begins an attempt: its row first, then the call. Whoever dies in between leaves a row that is asked for and ended. The
     * same client token gets the same attempt.
     */
    public Begun begin(PersonId payer, UUID obligation, String channel, UUID clientToken, Locale locale) {
        var gateway = gateway(channel);
        var owed = mine(payer, obligation);
        var row = attempts.start(owed, channel, clientToken);
        if (row.redirectUrl() != null) {
            return new Begun(row.reference(), row.redirectUrl());
        }
        if (!row.state().live()) {
            throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "payment.attempt.ended");
        }
        try {
            var url =
                    gateway.begin(new Gateway.Order(row.reference(), owed.amount(), orderText(owed.payable()), locale));
            attempts.redirect(row.reference(), url);
            return new Begun(row.reference(), url);
        } catch (Gateway.Declined e) {
            attempts.end(row.reference(), Obligation.AttemptEvent.FAIL, e.reason());
            throw e.away
                    ? Problem.later(Problem.Kind.MAINTENANCE, Duration.ofMinutes(1), "payment.gateway.away")
                    : Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "payment.gateway.declined", e.reason());
        }
    }

    /** Plain ASCII: what some gateways and bank statements carry. */
    private static String orderText(PayableRef payable) {
        return "Nop le phi " + payable.value().replaceAll("[^A-Za-z0-9./-]", "");
    }

    /** Where the payer goes on with the live attempt; empty while the gateway has not answered. */
    public java.util.Optional<String> redirectUrl(Obligation obligation) {
        return obligation
                .live()
                .flatMap(live -> attempts.find(live.reference()))
                .flatMap(row -> java.util.Optional.ofNullable(row.redirectUrl()));
    }

    /** The obligation of an attempt that a payer comes back from; tells nothing else. */
    public java.util.Optional<UUID> obligationOf(String reference) {
        return attempts.find(reference).map(AttemptRows.Row::obligation);
    }

    /** Asks the gateway of the live attempt how it stands, because the payer came back or asks. */
    public void check(Obligation obligation) {
        obligation.live().ifPresent(live -> ask(live.channel(), live.reference()));
    }

    void ask(String channel, String reference) {
        gateways.stream()
                .filter(gateway -> gateway.channel().equals(channel) && gateway.configured())
                .findFirst()
                .ifPresent(gateway -> attempts.settle(channel, reference, gateway.ask(reference)));
    }

    /** The payer wants another way: ends the live attempt, unless the gateway says that money came or is coming. */
    public void abandon(PersonId payer, UUID obligation) {
        var owed = mine(payer, obligation);
        check(owed);
        mine(payer, obligation).live().ifPresent(live -> {
            if (live.state() == Obligation.AttemptState.CLEARING) {
                throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "payment.attempt.clearing");
            }
            attempts.end(live.reference(), Obligation.AttemptEvent.CANCEL, "payer");
        });
    }
}
