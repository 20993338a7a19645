package vn.motcua.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url a PostgreSQL 16 or newer somewhere else, {@code jdbc:postgresql://host/motcua}, with the roles of
 *     docs/operations.md; empty for the embedded one
 * @param ownerPassword of the role {@code owner} there
 * @param appPassword of the role {@code app} there
 * @param connections at most so many for one portal; waits for a connection dominated p99 when the pool was smaller than
 *     the number of requests under way
 */
@ConfigurationProperties(prefix = "motcua.database", ignoreUnknownFields = false)
record DatabaseSettings(
        @Nullable String url,
        @Nullable String ownerPassword,
        @Nullable String appPassword,
        @DefaultValue("48") int connections) {

    @Nullable
    Access elsewhere() {
        if (url == null || url.isBlank()) {
            return null;
        }
        if (ownerPassword == null || appPassword == null) {
            throw new StartRefused("motcua.database.url is set, so motcua.database.owner-password and "
                    + "motcua.database.app-password must be set too.");
        }
        return new Access(url, ownerPassword, appPassword);
    }
}
