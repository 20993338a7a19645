package vn.motcua.operator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.motcua.database.DataDirectory;
import vn.motcua.signing.AnchorsFile;
import vn.motcua.signing.OfflineCheck;
import vn.motcua.signing.Verdict;

/** Hands a paper to the signing room's offline check: 0 ours and whole, 1 not, 2 could not be checked. */
final class Verify {

    private Verify() {}

    static int paper(DataDirectory data, Path file, @Nullable Path anchors, PrintStream out) {
        var trusted = anchors == null ? data.root().resolve(AnchorsFile.NAME) : anchors;
        try {
            var verdict = OfflineCheck.with(Files.readAllBytes(trusted)).check(Files.readAllBytes(file));
            say(verdict, out);
            return verdict.ours() && verdict.whole() ? 0 : 1;
        } catch (NoSuchFileException e) {
            out.println("There is no file " + e.getMessage()
                    + (anchors == null ? "; give the trust anchors with --anchors FILE" : ""));
        } catch (IOException e) {
            out.println("Cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            out.println(trusted + ": " + e.getMessage());
        }
        return 2;
    }

    private static void say(Verdict verdict, PrintStream out) {
        if (!verdict.ours()) {
            out.println("Not ours: there is no seal under these trust anchors.");
        } else if (!verdict.whole()) {
            out.println("Ours, but changed after it was sealed.");
        } else {
            out.println("Ours and whole: " + verdict.kind() + ", issued by " + verdict.issuer() + ", sealed at "
                    + verdict.issuedAt());
            out.println("Whether it is still in force only the portal can say: /verify");
        }
    }
}
