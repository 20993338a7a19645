package vn.motcua.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.eligibility.Eligibilities;
import vn.motcua.catalogue.eligibility.EligibilityCheck;
import vn.motcua.journal.Journal;
import vn.motcua.shared.ProcedureCode;

/** The folders of procedures and services as their writers keep them: checked, published, and written out again. */
public final class ServiceFolders {

    /** @param counts how much was looked at, as {@code conditions 3, samples 8} */
    public record Checked(List<Remark> remarks, String counts) {

        public boolean isWrong() {
            return remarks.stream().anyMatch(Remark::isMistake);
        }
    }

    /** @param changes a line for each folder that became a version: which, and from when */
    public record Told(int folders, List<String> changes) {}

    private ServiceFolders() {}

    /**
     * What there is to say of each folder, by its name; needs no portal.
     *
     * @param services the folder of all, where the schemas lie too, or one of them; refuses one that is not there
     */
    public static SortedMap<String, Checked> check(Path services) {
        var check = FolderCheck.withoutPortal(home(services));
        var checked = new TreeMap<String, Checked>();
        for (var path : folders(services)) {
            checked.put(path.getFileName().toString(), checked(check, path));
        }
        return checked;
    }

    private static Checked checked(FolderCheck check, Path path) {
        try {
            var folder = ServiceFolder.read(path);
            var remarks = check.check(folder);
            for (var mistake : EligibilityCheck.mistakes(path, folder.procedure(), folder.form())) {
                remarks.mistake(Eligibilities.FILE, "", "%s", mistake.substring(Eligibilities.FILE.length() + 2));
            }
            return new Checked(remarks.all(), remarks.counts());
        } catch (IllegalArgumentException e) {
            return new Checked(List.of(FolderCheck.unreadable(e)), "");
        }
    }

    /**
     * Checks all and publishes those that changed, as a start of the portal does; refuses them all where one is wrong.
     *
     * @param services the folder of all, or one of them
     */
    public static Told publish(DataSource database, InstantSource clock, Path services) {
        var sql = JdbcClient.create(database);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var published = new Published(sql, new Agencies(sql));
        var one = new Publishing(published, sql, new Journal(sql, clock), clock);
        var publishing = new PublishFolders(published, one, sql, transaction);
        var folders = folders(services);
        var changes = publishing.publish(home(services), folders).stream()
                .filter(PublishFolders.Outcome::isChange)
                .map(ServiceFolders::line)
                .toList();
        return new Told(folders.size(), changes);
    }

    private static String line(PublishFolders.Outcome outcome) {
        var line = new StringBuilder(outcome.code().value()).append(":");
        if (outcome.procedureVersion() > 0) {
            line.append(" procedure version ").append(outcome.procedureVersion());
        }
        if (outcome.serviceVersion() > 0) {
            line.append(outcome.procedureVersion() > 0 ? "," : "")
                    .append(" service version ")
                    .append(outcome.serviceVersion());
        }
        return line.append(", in force from ").append(outcome.from()).toString();
    }

    /**
     * Writes the latest published version of each procedure, or of those named, as a folder of its own; answers how many.
     *
     * @param schemas where the schemas lie
     * @param target an empty or new directory
     */
    public static int export(DataSource database, Path schemas, Path target, Collection<ProcedureCode> codes) {
        var kept = new KeptFolders(JdbcClient.create(database));
        var known = kept.codes();
        var unknown = codes.stream().filter(code -> !known.contains(code)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Never published: " + unknown);
        }
        var export = new ExportFolders(schemas, target);
        var chosen = codes.isEmpty() ? known : List.copyOf(codes);
        chosen.forEach(code -> kept.latest(code).ifPresent(export::write));
        return chosen.size();
    }

    /** One folder lies among the others, beside the schemas. */
    private static Path home(Path services) {
        return isOne(services) ? services.toAbsolutePath().resolveSibling("").normalize() : services;
    }

    private static List<Path> folders(Path services) {
        return isOne(services) ? List.of(services.toAbsolutePath().normalize()) : ServiceFolder.paths(services);
    }

    private static boolean isOne(Path services) {
        return Files.exists(services.resolve(ServiceFolder.SERVICE));
    }
}
