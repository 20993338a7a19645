package vn.motcua.catalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ProcedureCode;

/**
 * From folders to versions, for a portal that starts and for the tool beside it. Nodes and tools wait for one another
 * ({@link Publishing#alone}), so that a change becomes one version.
 */
final class PublishFolders {

    private static final Logger LOG = LoggerFactory.getLogger(PublishFolders.class);

    private final Published published;
    private final Publishing publishing;
    private final JdbcClient sql;
    private final TransactionOperations transaction;

    PublishFolders(Published published, Publishing publishing, JdbcClient sql, TransactionOperations transaction) {
        this.published = published;
        this.publishing = publishing;
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * What became of a folder.
     *
     * @param procedureVersion the number of the procedure's new version, in force from {@code from}; 0 where it stayed
     * @param serviceVersion that of the service; 0 where it stayed or nobody serves it online
     */
    record Outcome(ProcedureCode code, int procedureVersion, LocalDate from, int serviceVersion) {
        boolean isChange() {
            return procedureVersion > 0 || serviceVersion > 0;
        }
    }

    /**
     * Publishes what has changed since the last version. All folders are read and checked before the first is published: one
     * that is wrong stops them all, and a database connection waits for nobody's disk or compiler.
     *
     * @param services the folder of all, where the schemas lie
     */
    List<Outcome> publish(Path services, List<Path> folders) {
        return publish(services, folders, Map.of(), false);
    }

    /** As above for the portal's own folders: one whose bytes are those of the last start is not even read. */
    List<Outcome> publishOwn(Path services) {
        return publish(services, ServiceFolder.paths(services), published.folders(), true);
    }

    private List<Outcome> publish(Path services, List<Path> folders, Map<String, String> known, boolean own) {
        var check = new FolderCheck(services, new Agencies(sql)::find);
        var changed = new ArrayList<Next>();
        for (var path : folders) {
            var bytes = ServiceFolder.digest(path);
            if (!bytes.equals(known.get(path.getFileName().toString()))) {
                var folder = read(path);
                check.refuseWrong(folder);
                changed.add(Next.of(folder, bytes));
            }
        }
        return changed.stream()
                .map(next -> java.util.Objects.requireNonNull(transaction.execute(status -> publish(next, own))))
                .toList();
    }

    private static ServiceFolder read(Path path) {
        try {
            return ServiceFolder.read(path);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "services/" + path.getFileName() + " cannot be published:\n  " + FolderCheck.unreadable(e), e);
        }
    }

    /**
     * A folder to publish.
     *
     * @param bytes the digest of its files, {@code record} that of the procedure, {@code both} that of procedure and service
     */
    private record Next(ServiceFolder folder, String bytes, String content, String record, String both) {
        static Next of(ServiceFolder folder, String bytes) {
            return of(folder, bytes, folder.procedureContent());
        }

        /**
         * A record that would begin before the version in force takes over where that one began; earlier days stay as they
         * were. Otherwise nobody would ever see it, as where an import was there before the folder.
         */
        Next notBefore(LocalDate begun) {
            var tree = (ObjectNode) ServiceFormat.JSON.readTree(content);
            return LocalDate.parse(tree.path("effectiveFrom").asString()).isBefore(begun)
                    ? of(folder, bytes, ServiceFormat.canonical(tree.put("effectiveFrom", begun.toString())))
                    : this;
        }

        private static Next of(ServiceFolder folder, String bytes, String content) {
            var record = ServiceFormat.digest(content);
            var both = folder.isServed() ? ServiceFormat.digest(record + folder.serviceContent()) : "";
            return new Next(folder, bytes, content, record, both);
        }
    }

    /** One at a time; whoever comes second finds that it is done. */
    private Outcome publish(Next written, boolean own) {
        publishing.alone();
        var folder = written.folder();
        var next = publishing.begun(folder.code()).map(written::notBefore).orElse(written);
        var origin = publishing.origin(folder.code());
        if (own && origin.isPresent() && origin.get() == Publishing.Origin.BACK_OFFICE) {
            LOG.info("services/{} has changed, but editors published a later record: theirs stays", folder.code());
            return new Outcome(folder.code(), 0, LocalDate.MIN, 0); // until an operator says service publish
        }
        var latest = published.latestProcedure(folder.code()).orElse(new Published.Latest(0, ""));
        int number = latest.number();
        var version = Records.procedure(next.content(), number + 1);
        boolean newRecord = !latest.digest().equals(next.record());
        if (newRecord) {
            publishing.add(version, Publishing.Origin.FOLDER, next.content(), PersonId.SYSTEM);
            number++;
        }
        var service = published.latestService(folder.code()).orElse(new Published.Latest(0, ""));
        boolean newService = folder.isServed() && !service.digest().equals(next.both());
        if (newService) {
            publishing.addService(folder.code(), service.number() + 1, number, next.both(), folder.serviceContent());
        }
        new KeptFolders(sql).keepSamples(folder.code(), folder.samplesContent());
        if (own) {
            published.keepFolder(folder.code(), next.bytes());
        }
        return new Outcome(
                folder.code(), newRecord ? number : 0, version.effectiveFrom(), newService ? service.number() + 1 : 0);
    }
}
