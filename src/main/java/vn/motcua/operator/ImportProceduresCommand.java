package vn.motcua.operator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ImportProcedures;
import vn.motcua.catalogue.ImportProcedures.Report;
import vn.motcua.catalogue.Published;
import vn.motcua.catalogue.Publishing;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.StartRefused;
import vn.motcua.journal.Journal;
import vn.motcua.time.WorkingTime;

/** Brings records of the national database into the catalogue. */
@Command(
        name = "procedures",
        mixinStandardHelpOptions = true,
        description = {
            "Brings records of the national database into the catalogue: JSON Lines or the national portal's own shape, also .gz.",
            "Each becomes a version from today on. The same file again changes nothing; a broken line stops nothing else.",
            "What could not be read for certain is written to a report, and shown to the editors."
        })
final class ImportProceduresCommand implements Callable<Integer> {

    /** So many refused lines are printed; the report has them all. */
    private static final int FEW = 10;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    ImportCommand parent;

    @Parameters(paramLabel = "FILE", description = "the records")
    @SuppressWarnings("NullAway.Init")
    Path file;

    @Option(
            names = "--replace",
            description = "also replaces what a folder or the back office wrote in its own words (kept otherwise)")
    boolean replace;

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new StartRefused("There is no file " + file.toAbsolutePath() + " to read.");
        }
        var data = parent.tool.directory();
        try (var at = parent.open()) {
            var report = run(at);
            System.out.printf(
                    "%,d records: %,d new, %,d changed, %,d as before, %,d kept in the portal's own words, %,d refused%n",
                    report.read(),
                    report.added(),
                    report.changed(),
                    report.unchanged(),
                    report.kept(),
                    report.refused());
            report.kinds().forEach((kind, count) -> System.out.printf("  %-24s %,6d%n", kind, count));
            report.remarks().stream()
                    .filter(remark -> remark.kind().equals("REFUSED"))
                    .limit(FEW)
                    .forEach(remark -> System.out.printf("line %d: %s%n", remark.line(), remark.said()));
            System.out.println("Report: " + write(data, report));
            return report.refused() == 0 ? 0 : 1;
        } catch (IOException e) {
            throw new StartRefused("%s cannot be read to its end: %s. What was read before is in the catalogue."
                    .formatted(file, e.getMessage()));
        }
    }

    private Report run(Workplace at) throws IOException {
        var sql = JdbcClient.create(at.owner());
        var clock = at.clock(parent.tool.clock());
        var agencies = new Agencies(sql);
        var publishing = new Publishing(new Published(sql, agencies), sql, new Journal(sql, clock), clock);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(at.owner()));
        try (var bar = new ProgressBar("records")) {
            return new ImportProcedures(publishing, sql, agencies, transaction, clock).from(file, replace, bar::at);
        }
    }

    /** A table for an editor, one line for each thing that was doubtful or refused. */
    private Path write(DataDirectory data, Report report) throws IOException {
        var now = LocalDateTime.ofInstant(parent.tool.clock().instant(), WorkingTime.ZONE);
        var path = data.file(
                "reports/import-procedures-" + now.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")) + ".csv");
        Files.createDirectories(path.getParent());
        try (var csv = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8))) {
            csv.print("line,code,part,kind,said\r\n");
            report.remarks()
                    .forEach(remark -> csv.print(remark.line() + "," + remark.code() + "," + remark.part() + ","
                            + remark.kind() + "," + quoted(remark.said()) + "\r\n"));
        }
        return path;
    }

    /** In quotes, and never taken for a formula by a spreadsheet. */
    private static String quoted(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
