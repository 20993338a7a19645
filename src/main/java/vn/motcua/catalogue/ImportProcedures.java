package vn.motcua.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Publishing.Origin;
import vn.motcua.catalogue.national.NationalRecords;
import vn.motcua.catalogue.national.NationalRecords.Broken;
import vn.motcua.catalogue.national.NationalRecords.Found;
import vn.motcua.catalogue.national.NationalRecords.Read;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/**
 * Brings records of the national database into the catalogue, each as a version from today on. The same file again changes
 * nothing; a file of which a run got half is taken up again by the next.
 */
public final class ImportProcedures {

    /** Records per transaction: one that appends events lasts two seconds at most, or the journal's readers would wait. */
    private static final int CHUNK = 20;

    private final Publishing publishing;
    private final JdbcClient sql;
    private final NationalRecords records;
    private final TransactionTemplate transaction;
    private final LocalDate today;

    public ImportProcedures(
            Publishing publishing,
            JdbcClient sql,
            Agencies agencies,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.publishing = publishing;
        this.sql = sql;
        this.records = new NationalRecords(agencies);
        this.transaction = transaction;
        this.today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
    }

    /** Something to tell about a record: a doubt, or why it was not taken. */
    public record Remark(int line, String code, String part, String kind, String said) {}

    /**
     * @param kept records that a folder or the back office holds in better words: not touched
     * @param refused lines that are no record
     * @param remarks all doubts and refusals, in the order of the file
     */
    public record Report(int added, int changed, int unchanged, int kept, int refused, List<Remark> remarks) {

        public int read() {
            return added + changed + unchanged + kept + refused;
        }

        /** How many remarks of each kind. */
        public Map<String, Integer> kinds() {
            var kinds = new TreeMap<String, Integer>();
            remarks.forEach(remark -> kinds.merge(remark.kind(), 1, Integer::sum));
            return kinds;
        }
    }

    /**
     * @param replace whether records that a folder or the back office holds are replaced too
     * @throws IOException where the file cannot be read; what was read before stays
     */
    public Report from(Path file, boolean replace, NationalRecords.Progress progress) throws IOException {
        var run = new Run(replace);
        records.in(file, run::take, run::refuse, progress);
        run.publish();
        return run.report();
    }

    private final class Run {
        private final boolean replace;
        private final Map<ProcedureCode, Integer> lines = new HashMap<>();
        private final List<Found> waiting = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;
        private int kept;
        private int refused;

        Run(boolean replace) {
            this.replace = replace;
        }

        void refuse(Broken broken) {
            refuse(broken.line(), "", broken.why());
        }

        private void refuse(int line, String code, String why) {
            refused++;
            remarks.add(new Remark(line, code, "", "REFUSED", why));
        }

        void take(Found found) {
            try {
                var before = lines.putIfAbsent(found.code(), found.line());
                if (before != null) {
                    refuse(found.line(), found.code().value(), "the same code stands in line " + before);
                    return;
                }
            } catch (IllegalArgumentException e) {
                refuse(found.line(), "", String.valueOf(e.getMessage()));
                return;
            }
            waiting.add(found);
            if (waiting.size() == CHUNK) {
                publish();
            }
        }

        void publish() {
            transaction.executeWithoutResult(status -> {
                publishing.alone();
                waiting.forEach(this::publish);
            });
            waiting.clear();
        }

        private void publish(Found found) {
            var origin = publishing.origin(found.code());
            if (origin.isPresent() && origin.get() != Origin.IMPORT && !replace) {
                kept++;
                return;
            }
            Read read;
            try {
                read = found.read(today);
            } catch (RuntimeException e) { // whatever a hostile record makes of the reader stops nothing else
                refuse(found.line(), found.code().value(), String.valueOf(e.getMessage()));
                return;
            }
            var latest = publishing.latest(found.code());
            if (latest.isPresent() && says(found, latest.get())) {
                unchanged++;
            } else {
                int number = publishing
                        .publish(read.procedure(), Origin.IMPORT, PersonId.SYSTEM)
                        .number();
                latest.ifPresent(before -> publishing.carryService(found.code(), before.version(), number));
                keep(found.code(), number, read);
                added += latest.isEmpty() ? 1 : 0;
                changed += latest.isEmpty() ? 0 : 1;
            }
            read.doubts()
                    .forEach(doubt -> remarks.add(
                            new Remark(found.line(), found.code().value(), doubt.part(), doubt.kind(), doubt.said())));
        }

        Report report() {
            return new Report(added, changed, unchanged, kept, refused, List.copyOf(remarks));
        }
    }

    /** Whether the version says what the record would have said on the version's first day. */
    private static boolean says(Found found, Procedure version) {
        var same = found.read(version.effectiveFrom()).procedure();
        return same.numbered(version.version()).equals(version);
    }

    private void keep(ProcedureCode code, int number, Read read) {
        var doubts = read.doubts();
        sql.sql("""
                insert into catalogue.doubt (procedure, number, place, part, kind, said)
                select ?, ?, place, part, kind, said
                from unnest(?::text[], ?::text[], ?::text[]) with ordinality as d (part, kind, said, place)
                """)
                .params(
                        code.value(),
                        number,
                        doubts.stream().map(NationalRecords.Unsure::part).toArray(String[]::new),
                        doubts.stream().map(NationalRecords.Unsure::kind).toArray(String[]::new),
                        doubts.stream().map(NationalRecords.Unsure::said).toArray(String[]::new))
                .update();
    }
}
