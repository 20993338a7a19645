package vn.motcua.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits, and where the virus scanner listens.
 *
 * @param maxSize of one file; a page photographed by a phone is 2–5 MB
 * @param maxPixels of one picture, width × height; a phone's camera makes at most 50 million, a bomb far more
 * @param dailyFiles that one person may send in 24 hours; the largest dossier known has about 40 papers
 * @param dailySize that one person may send in 24 hours
 * @param parallel files that one node checks at the same time; each holds up to twice {@code maxSize} of memory
 * @param scannerHost where clamd (or what speaks its protocol) listens
 * @param scannerConnect how long to wait for its door
 * @param scannerAnswer how long to wait for its word on one file, after which the file is HELD and asked about again
 * @param scanAgain how long a held file waits for the next try
 */
@ConfigurationProperties(value = "motcua.files", ignoreUnknownFields = false)
record FilesSettings(
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("60000000") long maxPixels,
        @DefaultValue("100") int dailyFiles,
        @DefaultValue("300MB") DataSize dailySize,
        @DefaultValue("6") int parallel,
        @DefaultValue("127.0.0.1") String scannerHost,
        @DefaultValue("3310") int scannerPort,
        @DefaultValue("1s") Duration scannerConnect,
        @DefaultValue("8s") Duration scannerAnswer,
        @DefaultValue("10s") Duration scanAgain) {}
