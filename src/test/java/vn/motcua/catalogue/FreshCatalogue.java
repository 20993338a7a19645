package vn.motcua.catalogue;

import vn.motcua.catalogue.search.ProcedureSearch;

/** What a node does within a second when something was published elsewhere. */
public final class FreshCatalogue {

    private FreshCatalogue() {}

    public static void read(Published published, ProcedureSearch search) {
        published.read();
        search.renew();
    }
}
