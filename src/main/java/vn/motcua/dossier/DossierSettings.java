package vn.motcua.dossier;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.motcua.time.Limit;

/**
 * What an operator may set for dossiers.
 *
 * @param payWithin how long a fee may stay unpaid before the dossier is closed with notice (state 8); our choice, 3 days
 * @param draftKept how long a draft is kept after its last change; our choice, 30 days
 */
@ConfigurationProperties(prefix = "motcua.dossier", ignoreUnknownFields = false)
record DossierSettings(
        @Nullable Duration payWithin, @Nullable Period draftKept) {

    /** An online dossier is answered within 8 working hours of its receipt (domain rules §2.3). */
    static final Limit ACKNOWLEDGEMENT = new Limit(8, Limit.Unit.HOUR);

    DossierSettings {
        payWithin = payWithin == null ? Duration.ofDays(3) : payWithin;
        draftKept = draftKept == null ? Period.ofDays(30) : draftKept;
    }

    @Override
    public Duration payWithin() {
        return java.util.Objects.requireNonNull(payWithin);
    }

    @Override
    public Period draftKept() {
        return java.util.Objects.requireNonNull(draftKept);
    }
}
