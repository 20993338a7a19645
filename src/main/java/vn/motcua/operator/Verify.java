package vn.motcua.operator;

import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.motcua.database.DataDirectory;

/** Hands a paper to the signing room's offline check. */
final class Verify {

    private Verify() {}

    static int paper(DataDirectory data, Path file, @Nullable Path anchors, PrintStream out) {
        out.println("verify comes with the signing room");
        return 2;
    }
}
