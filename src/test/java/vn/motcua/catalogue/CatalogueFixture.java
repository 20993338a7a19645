package vn.motcua.catalogue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.catalogue.search.Thesaurus;
import vn.motcua.journal.Journal;

/** The catalogue over a database and a folder of services, at a moment. */
record CatalogueFixture(TestDatabase.Fresh database, Path services, Instant now) {

    static final Instant NOVEMBER_2026 = Instant.parse("2026-11-23T02:00:00Z");

    static CatalogueFixture twoServices(TestDatabase.Fresh database) {
        return new CatalogueFixture(database, TwoServices.FOLDER, NOVEMBER_2026);
    }

    CatalogueFixture at(String instant) {
        return new CatalogueFixture(database, services, Instant.parse(instant));
    }

    /** As a node that starts: publishes what has changed, then answers. */
    Offerings offerings() {
        return new Offerings(started(), clock());
    }

    Published started() {
        var published = new Published(database.sql(), new Agencies(database.sql()));
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.app()));
        new PublishServices(
                        new CatalogueSettings(services), published, publishing(published), database.sql(), transaction)
                .publish();
        return published;
    }

    ProcedureSearch search(Published published) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.app()));
        var journal = new Journal(database.sql(), clock());
        return new ProcedureSearch(
                new Procedures(published, clock()), new Thesaurus(database.sql(), journal, clock(), transaction));
    }

    Publishing publishing(Published published) {
        return new Publishing(published, database.sql(), new Journal(database.sql(), clock()), clock());
    }

    InstantSource clock() {
        return InstantSource.fixed(now);
    }
}
