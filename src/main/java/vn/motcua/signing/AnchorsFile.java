package vn.motcua.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes our roots to {@code DATA/trust-anchors.pem}, so that {@code bin/motcua verify} works beside a stopped portal too. */
@Component
public class AnchorsFile {

    public static final String NAME = "trust-anchors.pem";

    private static final Logger LOG = LoggerFactory.getLogger(AnchorsFile.class);

    AnchorsFile(Anchors anchors, @Value("${motcua.data:var}") Path data) {
        try {
            Files.createDirectories(data);
            var beside = Files.createTempFile(data, NAME, ".tmp");
            Files.writeString(beside, String.join("", anchors.roots()));
            Files.move(beside, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The trust anchors cannot be written to {}: {}", data.resolve(NAME), e.toString());
        }
    }
}
