package vn.motcua.operator;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.notification.HeldMessages;

/** What the world outside may have seen after a backup was taken, and what the restored portal knows nothing of. */
final class OutsideEffects {

    private record Question(String table, String sql, String words) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "payment.attempt",
                    "select count(*) from payment.attempt where state in ('PENDING', 'CLEARING')",
                    "%,d payments were open; the gateway is asked again, and its statement decides."),
            new Question(
                    "journal.cursor",
                    "select count(*) from journal.journal where position > (select min(position) from journal.cursor)",
                    "%,d events were not read by every reader; they are read once the portal starts, and messages they cause are held."));

    private OutsideEffects() {}

    static List<String> list(DataSource owner, String since) {
        var sql = JdbcClient.create(owner);
        var lines = new ArrayList<String>();
        lines.add("Since " + since + " the world outside went on without this data. For a person to look at:");
        for (var question : QUESTIONS) {
            if (sql.sql("select to_regclass(?) is not null")
                    .param(question.table())
                    .query(Boolean.class)
                    .single()) {
                lines.add("  "
                        + question.words()
                                .formatted(sql.sql(question.sql())
                                        .query(Long.class)
                                        .single()));
            }
        }
        var held = MessagesCommand.lines(new HeldMessages(sql));
        held.forEach(line -> lines.add("  " + line));
        if (!held.isEmpty()) {
            lines.add("  bin/motcua messages lists them, messages release or messages drop decides.");
        }
        lines.add("  Compare the gateways' statements and the SMS centre's log from that moment on with this portal.");
        return lines;
    }
}
