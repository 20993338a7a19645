package vn.motcua.operator;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.database.Access;
import vn.motcua.database.Cluster;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.StartRefused;
import vn.motcua.time.ClockBeside;

/** A data directory at which the tool works: beside its running portal, or with its cluster started for the while. */
record Workplace(
        DataDirectory data, Access access, @Nullable Cluster own) implements AutoCloseable {

    static Workplace open(DataDirectory data) {
        if (!java.nio.file.Files.isDirectory(data.cluster())) {
            throw new StartRefused("There is no portal in %s: name its directory with --data.".formatted(data.root()));
        }
        if (data.isHeld()) {
            var running = Cluster.running(data)
                    .orElseThrow(() -> new StartRefused(
                            "%s is being started or stopped: try again in a few seconds.".formatted(data.root())));
            return new Workplace(data, running, null);
        }
        var cluster = Cluster.start(data);
        return new Workplace(data, cluster.access(), cluster);
    }

    /** The clock that the portal goes by; what is written beside it must not come from another day. */
    InstantSource clock(InstantSource machine) {
        return ClockBeside.of(JdbcClient.create(owner()), machine);
    }

    DataSource owner() {
        return access.owner();
    }

    boolean besidePortal() {
        return own == null;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
