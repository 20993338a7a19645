package vn.motcua.payment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Vnd;
import vn.motcua.time.WorkingTime;

/** The ways to pay that are published, with their conditions (all of them must be, with what they cost the payer). */
@Component
public class PaymentChannels {

    /** @param validTo the last day, null while no end is known */
    public record Channel(
            String code,
            Vnd surcharge,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        /** The message key of one of its texts: name, hint, explanation, aside, refund. */
        public String key(String text) {
            return "payment.channel." + code + "." + text;
        }
    }

    private static final List<Channel> PUBLISHED =
            List.of(new Channel("momo", Vnd.ZERO, LocalDate.of(2026, 1, 1), null));

    private final Payments payments;
    private final InstantSource clock;

    PaymentChannels(Payments payments, InstantSource clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** Those in force today that this installation has, in the order in which they are shown. */
    public List<Channel> offered() {
        var today = clock.instant().atZone(WorkingTime.ZONE).toLocalDate();
        return PUBLISHED.stream()
                .filter(channel -> payments.offers(channel.code()))
                .filter(channel -> !today.isBefore(channel.validFrom())
                        && (channel.validTo() == null || !today.isAfter(channel.validTo())))
                .toList();
    }
}
