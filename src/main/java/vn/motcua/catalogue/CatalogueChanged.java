package vn.motcua.catalogue;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.journal.JournalReader;
import vn.motcua.journal.Recorded;

/** Counts the editions of the catalogue, so that every node learns that there is something new to show and to find. */
@Component
class CatalogueChanged implements JournalReader {

    private final JdbcClient sql;

    CatalogueChanged(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "catalogue.changed";
    }

    @Override
    public Set<String> types() {
        return Set.of("catalogue.Published", "catalogue.ServicePublished", "catalogue.WordsChanged");
    }

    @Override
    public void on(Recorded event) {
        sql.sql("update catalogue.edition set number = number + 1").update();
    }
}
