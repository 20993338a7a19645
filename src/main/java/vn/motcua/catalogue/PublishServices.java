package vn.motcua.catalogue;

import java.util.ArrayList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.PersonId;

/**
 * At the start, makes a new version of each folder under {@code services/} that has changed since the last one. Nodes that
 * start together wait for one another, so that a change becomes one version.
 */
@Component
class PublishServices implements SmartInitializingSingleton {

    private final CatalogueSettings settings;
    private final Published published;
    private final Publishing publishing;
    private final TransactionTemplate transaction;

    PublishServices(
            CatalogueSettings settings, Published published, Publishing publishing, TransactionTemplate transaction) {
        this.settings = settings;
        this.published = published;
        this.publishing = publishing;
        this.transaction = transaction;
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
        publishing.alone();
        var folder = next.folder();
        var procedure = published.latestProcedure(folder.code()).orElse(new Published.Latest(0, ""));
        if (!procedure.digest().equals(next.record())) {
            procedure = new Published.Latest(procedure.number() + 1, next.record());
            publishing.add(
                    Records.procedure(next.content(), procedure.number()),
                    Publishing.Origin.FOLDER,
                    next.content(),
                    PersonId.SYSTEM);
        }
        var service = published.latestService(folder.code()).orElse(new Published.Latest(0, ""));
        if (folder.isServed() && !service.digest().equals(next.both())) {
            publishing.addService(
                    folder.code(), service.number() + 1, procedure.number(), next.both(), folder.serviceContent());
        }
        published.keepFolder(folder.code(), next.bytes());
    }
}
