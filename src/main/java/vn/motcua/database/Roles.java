package vn.motcua.database;

/**
 * The three roles: {@code owner} changes tables, {@code app} reads and writes rows and is what the portal works as,
 * {@code auditor} reads.
 */
public final class Roles {

    /**
     * A transaction that appends to the journal stops every reader until it ends, so nothing that the portal does may
     * hang: a statement or a pause inside a transaction lasts at most 5 s, a transaction 10 s. The journal itself gives
     * the transaction 2 s from the moment it draws a position.
     */
    private static final String CREATE = """
            create role owner login password '%s';

            create role app login password '%s';

            create role auditor login password '%s';

            alter role app set statement_timeout = '5s';

            alter role app set idle_in_transaction_session_timeout = '5s';

            alter role app set transaction_timeout = '10s';

            alter role app set jit = off;

            create database motcua owner owner;

            revoke connect, temporary on database motcua from public;

            grant connect on database motcua to app, auditor;

            """;

    private Roles() {}

    /** The statements that make them and the database, each ended by an empty line; passwords are hex. */
    public static String create(String owner, String app, String auditor) {
        return CREATE.formatted(owner, app, auditor);
    }
}
