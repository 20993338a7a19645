package vn.motcua.operator;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.motcua.database.Access;
import vn.motcua.database.Cluster;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.StartRefused;

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
