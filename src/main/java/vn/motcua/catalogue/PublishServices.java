package vn.motcua.catalogue;

import java.time.InstantSource;
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

    void publish() {
        var folders = ServiceFolder.all(settings.services());
        transaction.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
            folders.forEach(this::publish);
        });
        published.read();
    }

    private void publish(ServiceFolder folder) {
        var content = folder.procedureContent();
        var digest = ServiceFormat.digest(content);
        var procedure = published.latestProcedure(folder.code()).orElse(new Published.Latest(0, ""));
        var service = published.latestService(folder.code()).orElse(new Published.Latest(0, ""));
        var both = ServiceFormat.digest(digest + folder.serviceContent());
        if (service.digest().equals(both)) {
            return;
        }
        FolderCheck.refuseWrong(folder);
        if (!procedure.digest().equals(digest)) {
            procedure = new Published.Latest(procedure.number() + 1, digest);
            published.addProcedure(Published.procedure(content, procedure.number()), digest, content, clock.instant());
        }
        published.addService(
                folder.code(),
                service.number() + 1,
                procedure.number(),
                both,
                folder.serviceContent(),
                clock.instant());
    }
}
