package vn.motcua.catalogue;

import java.time.InstantSource;
import java.util.ArrayList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At the start, makes a new version of each folder under {@code services/} that has changed since the last one. Nodes that
 * start together wait for one another, so that a change becomes one version.
 */
@Component
class PublishServices implements SmartInitializingSingleton {

    /** Held by whoever publishes, until the transaction ends. */
    private static final int LOCK = 4713;

    private final CatalogueSettings settings;
    private final Published published;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    PublishServices(
            CatalogueSettings settings,
            Published published,
            JdbcClient sql,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.published = published;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        publish();
    }

    /**
     * All folders that changed are read and checked before the first is published: one that is wrong stops them all, and a
     * database connection waits for nobody's disk or compiler. A folder whose bytes are those of the last time is not read.
     */
    void publish() {
        var known = published.folders();
        var schema = new FolderSchema(settings.services());
        var changed = new ArrayList<Next>();
        for (var path : ServiceFolder.paths(settings.services())) {
            var bytes = ServiceFolder.digest(path);
            if (bytes.equals(known.get(path.getFileName().toString()))) {
                continue;
            }
            var folder = ServiceFolder.read(path);
            FolderCheck.refuseWrong(schema, folder);
            changed.add(Next.of(folder, bytes));
        }
        changed.forEach(next -> transaction.executeWithoutResult(status -> publish(next)));
        published.read();
    }

    /**
     * A folder to publish.
     *
     * @param bytes the digest of its files, {@code record} that of the procedure, {@code both} that of procedure and service
     */
    private record Next(ServiceFolder folder, String bytes, String content, String record, String both) {
        static Next of(ServiceFolder folder, String bytes) {
            var content = folder.procedureContent();
            var record = ServiceFormat.digest(content);
            var both = folder.isServed() ? ServiceFormat.digest(record + folder.serviceContent()) : "";
            return new Next(folder, bytes, content, record, both);
        }
    }

    /** One node at a time; the one that comes second finds that it is done. */
    private void publish(Next next) {
        sql.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
        var folder = next.folder();
        var procedure = published.latestProcedure(folder.code()).orElse(new Published.Latest(0, ""));
        if (!procedure.digest().equals(next.record())) {
            procedure = new Published.Latest(procedure.number() + 1, next.record());
            published.addProcedure(
                    Published.procedure(next.content(), procedure.number()),
                    next.record(),
                    next.content(),
                    clock.instant());
        }
        var service = published.latestService(folder.code()).orElse(new Published.Latest(0, ""));
        if (folder.isServed() && !service.digest().equals(next.both())) {
            published.addService(
                    folder.code(),
                    service.number() + 1,
                    procedure.number(),
                    next.both(),
                    folder.serviceContent(),
                    clock.instant());
        }
        published.keepFolder(folder.code(), next.bytes());
    }
}
