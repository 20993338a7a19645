package vn.motcua.catalogue;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At the start, makes a new version of each folder under {@code services/} that has changed since the last one. A folder that
 * is wrong stops the start.
 */
@Component
class PublishServices implements SmartInitializingSingleton {

    private final CatalogueSettings settings;
    private final Published published;
    private final PublishFolders folders;

    PublishServices(
            CatalogueSettings settings,
            Published published,
            Publishing publishing,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.published = published;
        this.folders = new PublishFolders(published, publishing, sql, transaction);
    }

    @Override
    public void afterSingletonsInstantiated() {
        publish();
    }

    void publish() {
        folders.publishOwn(settings.services());
        published.read();
    }
}
