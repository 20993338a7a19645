package vn.motcua.question;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.notification.Notices;
import vn.motcua.time.DueWork;

/** Forgets who asked and in what words, some time after the answer, and who voted; what was published stays. */
@Component
class ForgetAskers implements DueWork {

    private final Askers askers;
    private final Usefulness usefulness;
    private final Notices notices;
    private final TransactionTemplate transaction;

    ForgetAskers(Askers askers, Usefulness usefulness, Notices notices, TransactionTemplate transaction) {
        this.askers = askers;
        this.usefulness = usefulness;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "question.forget-askers";
    }

    @Override
    public Optional<Instant> next() {
        return Stream.concat(askers.nextToForget().stream(), usefulness.nextToForget().stream())
                .min(java.util.Comparator.naturalOrder());
    }

    @Override
    public void run(Instant until) {
        while (Boolean.TRUE.equals(transaction.execute(_ -> forgetOne(until)))) {
            // each in a transaction of its own
        }
        transaction.executeWithoutResult(_ -> usefulness.forget(until));
    }

    /** Messages to somebody without an account have no other owner, so they are forgotten as well. */
    private boolean forgetOne(Instant until) {
        var forgotten = askers.forgetOne(until);
        forgotten.map(Askers.Forgotten::guest).ifPresent(notices::forget);
        return forgotten.isPresent();
    }
}
