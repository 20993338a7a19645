package vn.motcua.journal;

import java.sql.SQLException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that went away from an event that cannot be handled: only the second parks a stream. */
final class Lost {

    private Lost() {}

    static boolean connection(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                // Connection lost; server going down or coming up; crash of another backend.
                return state.startsWith("08")
                        || state.startsWith("57P")
                        || state.equals("25P03")
                        || state.equals("25P04");
            }
        }
        return false;
    }
}
