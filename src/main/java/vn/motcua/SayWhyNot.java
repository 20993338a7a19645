package vn.motcua;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.database.StartRefused;

/** A start that was refused for a reason that the operator can mend ends with that one sentence, not with a stack trace. */
final class SayWhyNot implements SpringBootExceptionReporter {

    SayWhyNot(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                System.err.println(refused.getMessage());
                return true;
            }
        }
        return false;
    }
}
