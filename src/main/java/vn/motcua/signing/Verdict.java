package vn.motcua.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a paper that somebody shows; never a name of a person.
 *
 * @param ours sealed under our root, or a token of ours
 * @param whole not one byte was changed or added since
 * @param inForce the register says that it still holds; offline, where no register can be asked, null
 * @param kind null where it cannot be said, as with a paper that was altered
 * @param issuer the agency by name
 */
public record Verdict(
        boolean ours,
        boolean whole,
        @Nullable Boolean inForce,
        Seals.@Nullable Kind kind,
        @Nullable String issuer,
        @Nullable Instant issuedAt) {

    static final Verdict NOT_OURS = new Verdict(false, false, false, null, null, null);
    static final Verdict ALTERED = new Verdict(true, false, false, null, null, null);

    static Verdict of(Papers.Issued paper) {
        return new Verdict(
                true, true, paper.state() == Papers.State.IN_FORCE, paper.kind(), paper.issuerName(), paper.issuedAt());
    }
}
