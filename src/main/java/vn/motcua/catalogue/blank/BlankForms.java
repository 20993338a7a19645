package vn.motcua.catalogue.blank;

import java.io.InputStream;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ServiceFormat;
import vn.motcua.files.FileId;
import vn.motcua.files.Files;
import vn.motcua.files.StoredFile;
import vn.motcua.identity.Official;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;

/** The blank forms that editors gave for what a record names; the last one of a name counts. */
@Repository
public class BlankForms {

    /** Times that the forms of one procedure were given or taken away; more is a mistake of a program. */
    private static final int MOST_ROWS = 1_000;

    private final JdbcClient sql;
    private final Files files;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    BlankForms(JdbcClient sql, Files files, Journal journal, TransactionTemplate transaction, InstantSource clock) {
        this.sql = sql;
        this.files = files;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param name as the record names it */
    public record Given(int number, String name, StoredFile file) {
        /** Whether people may have it: a file that no scanner has seen waits. */
        public boolean isClean() {
            return file.state() == StoredFile.State.CLEAN;
        }
    }

    private record Row(int number, String name, @Nullable UUID file) {}

    /** The names of the blank forms in a record, each once: what a component names, else the component that is the form. */
    public static List<String> names(Procedure procedure) {
        return procedure.cases().stream()
                .flatMap(kase -> kase.components().stream())
                .flatMap(paper -> java.util.stream.Stream.ofNullable(
                        paper.form() != null && !paper.form().isBlank()
                                ? paper.form()
                                : paper.source() == Offering.Source.FORM
                                        ? paper.name().vi()
                                        : null))
                .distinct()
                .toList();
    }

    /** Those that are there, by name. */
    public Map<String, Given> of(ProcedureCode code) {
        var given = new HashMap<String, Given>();
        for (var row : rows(code)) {
            Optional.ofNullable(row.file())
                    .flatMap(file -> files.find(new FileId(file)))
                    .ifPresent(file -> given.put(row.name(), new Given(row.number(), row.name(), file)));
        }
        return given;
    }

    /** Its bytes, for whoever may see it; one that was taken away or not scanned yet is not there. */
    public byte[] content(Given given) {
        if (!given.isClean()) {
            throw Problem.notFound("catalogue.forms.none");
        }
        return files.content(given.file().id());
    }

    private List<Row> rows(ProcedureCode code) {
        return sql.sql("""
                        select distinct on (name) number, name, file from catalogue.blank_form
                        where procedure = ? order by name, number desc
                        """)
                .param(code.value())
                .query((row, n) ->
                        new Row(row.getInt("number"), row.getString("name"), row.getObject("file", UUID.class)))
                .list();
    }

    /**
     * Gives a form, in place of the one before. Refuses an official without the duty or of another agency, a name that the
     * record does not have, and what the files room refuses. Not inside a transaction: the file streams.
     */
    public Given give(Official official, Procedure procedure, String name, String fileName, InputStream content) {
        refuse(official, procedure, name);
        var file = files.receiveForm(official.id(), fileName, content);
        return Objects.requireNonNull(transaction.execute(status ->
                new Given(add(official, procedure.code(), name, file.id(), "catalogue.BlankFormGiven"), name, file)));
    }

    /** Takes a form away; its bytes stay with the row that names them. */
    public void takeAway(Official official, Procedure procedure, String name) {
        refuse(official, procedure, name);
        transaction.executeWithoutResult(status -> {
            if (of(procedure.code()).containsKey(name)) {
                add(official, procedure.code(), name, null, "catalogue.BlankFormTakenAway");
            }
        });
    }

    /** Refuses an official who may not give forms for this procedure. */
    public static void refuse(Official official, Procedure procedure) {
        if (!official.is(Official.Duty.CATALOGUE_ADMIN)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.forms.no-duty");
        }
        if (!official.covers(procedure.promulgatingAgency())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.forms.not-yours", procedure.promulgatingAgencyName());
        }
    }

    private static void refuse(Official official, Procedure procedure, String name) {
        refuse(official, procedure);
        if (!names(procedure).contains(name)) {
            throw Problem.invalid("name", "catalogue.forms.name.unknown");
        }
    }

    private int add(Official official, ProcedureCode code, String name, @Nullable FileId file, String type) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 4715))")
                .param(code.value())
                .query()
                .listOfRows();
        int number = sql.sql("select coalesce(max(number), 0) + 1 from catalogue.blank_form where procedure = ?")
                .param(code.value())
                .query(Integer.class)
                .single();
        if (number > MOST_ROWS) {
            throw Problem.invalid("file", "catalogue.forms.too-many", MOST_ROWS);
        }
        sql.sql("""
                insert into catalogue.blank_form (procedure, number, name, file, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .param(code.value())
                .param(number)
                .param(name)
                .param(file == null ? null : file.value())
                .param(official.id().value())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        journal.append(new Entry(
                "blank-form/" + code,
                number,
                type,
                1,
                official.id(),
                null,
                ServiceFormat.JSON.writeValueAsString(Map.of(
                        "procedure", code.value(), "number", number, "file", file == null ? "" : file.toString())),
                Map.of()));
        return number;
    }
}
