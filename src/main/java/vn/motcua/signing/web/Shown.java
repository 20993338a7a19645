package vn.motcua.signing.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.shared.Problem;
import vn.motcua.signing.Seals;
import vn.motcua.signing.Verdict;

/** What somebody gives to be checked: a file or a token, one of the two. Nothing of it is kept. */
record Shown(@Nullable MultipartFile file, @Nullable String token) {

    static final long MAX_BYTES = 10 * 1024 * 1024;
    private static final int MAX_TOKEN = 120;

    /** Refuses neither and what is too large. */
    Verdict check(Seals seals) {
        if (file != null && !file.isEmpty()) {
            return seals.check(bytes(file));
        }
        if (token != null && !token.isBlank()) {
            if (token.length() > MAX_TOKEN) {
                throw Problem.invalid("token", "signing.verify.token-long");
            }
            return seals.check(token);
        }
        throw Problem.invalid("token", "signing.verify.nothing");
    }

    private static byte[] bytes(MultipartFile file) {
        if (file.getSize() > MAX_BYTES) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "signing.verify.too-large", MAX_BYTES / 1024 / 1024);
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.MALFORMED, "signing.verify.broken-off");
        }
    }
}
