package vn.motcua.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key comes from.
 *
 * @param master 32 bytes in Base64, from the environment ({@code MOTCUA_KEYS_MASTER}) where an operator keeps secrets there;
 *     without it the file counts
 * @param file the master key's file; without it {@code DATA/secrets/master.key}
 */
@ConfigurationProperties(value = "motcua.keys", ignoreUnknownFields = false)
record KeysSettings(@Nullable String master, @Nullable Path file) {}
