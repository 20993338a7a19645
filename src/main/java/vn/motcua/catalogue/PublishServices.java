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
     * All folders are read and checked before the first is published: one that is wrong stops them all, and a database
     * connection waits for nobody's disk or compiler.
     */
    void publish() {
        var changed = new ArrayList<Next>();
        for (var folder : ServiceFolder.all(settings.services())) {
            var content = folder.procedureContent();
            var digest = ServiceFormat.digest(content);
            var both = ServiceFormat.digest(digest + folder.serviceContent());
            if (isPublished(folder, both)) {
                continue;
            }
            FolderCheck.refuseWrong(settings.services(), folder);
            changed.add(new Next(folder, content, digest, both));
        }
        changed.forEach(next -> transaction.executeWithoutResult(status -> publish(next)));
        published.read();
    }

    /** A folder whose digests differ from the last published version. */
    private record Next(ServiceFolder folder, String content, String digest, String both) {}

    private boolean isPublished(ServiceFolder folder, String both) {
        return published
                .latestService(folder.code())
                .filter(latest -> latest.digest().equals(both))
                .isPresent();
    }

    /** One node at a time; the one that comes second finds that it is done. */
    private void publish(Next next) {
        sql.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
        var folder = next.folder();
        if (isPublished(folder, next.both())) {
            return;
        }
        var procedure = published.latestProcedure(folder.code()).orElse(new Published.Latest(0, ""));
        var service = published.latestService(folder.code()).orElse(new Published.Latest(0, ""));
        if (!procedure.digest().equals(next.digest())) {
            procedure = new Published.Latest(procedure.number() + 1, next.digest());
            published.addProcedure(
                    Published.procedure(next.content(), procedure.number()),
                    next.digest(),
                    next.content(),
                    clock.instant());
        }
        published.addService(
                folder.code(),
                service.number() + 1,
                procedure.number(),
                next.both(),
                folder.serviceContent(),
                clock.instant());
    }
}
