package vn.motcua.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The few files that every page shares (sheet, fonts, mark, script), each under an address that contains its content's hash,
 * so that browsers keep it for ever. They are part of the build, hence constants: read and compressed once.
 */
public final class Assets {

    /** In this order: a later file may name an earlier one, and gets its hashed name. */
    private static final Map<String, String> TYPES = types();

    private static final Map<String, Asset> BY_NAME = new LinkedHashMap<>();
    private static final Map<String, Asset> BY_ADDRESS = new LinkedHashMap<>();

    static {
        TYPES.keySet().forEach(Assets::load);
    }

    /**
     * One file.
     *
     * @param name under {@code /assets/}, with the hash
     * @param compressed gzip, where that is smaller
     */
    record Asset(String name, String type, byte[] content, byte @Nullable [] compressed) {}

    private Assets() {}

    /** The address of a file: {@code portal.css} gives {@code /assets/portal.1f3a….css}. */
    public static String url(String name) {
        var asset = BY_NAME.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("No such file among the shared ones: " + name);
        }
        return "/assets/" + asset.name;
    }

    static @Nullable Asset at(String hashedName) {
        return BY_ADDRESS.get(hashedName);
    }

    static List<Asset> all() {
        return List.copyOf(BY_NAME.values());
    }

    private static Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        types.put("be-vietnam-pro-400.woff2", "font/woff2");
        types.put("be-vietnam-pro-600.woff2", "font/woff2");
        types.put("mark.svg", "image/svg+xml");
        types.put("htmx.js", "text/javascript;charset=UTF-8");
        types.put("portal.css", "text/css;charset=UTF-8");
        return types;
    }

    private static void load(String name) {
        var content = read(name);
        var type = TYPES.getOrDefault(name, "application/octet-stream");
        if (name.endsWith(".css")) {
            var text = new String(content, StandardCharsets.UTF_8);
            for (var other : BY_NAME.entrySet()) {
                text = text.replace("url(" + other.getKey() + ")", "url(" + other.getValue().name + ")");
            }
            content = text.getBytes(StandardCharsets.UTF_8);
        }
        int dot = name.lastIndexOf('.');
        var hashed = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
        var asset = new Asset(hashed, type, content, type.startsWith("font/") ? null : gzip(content));
        BY_NAME.put(name, asset);
        BY_ADDRESS.put(hashed, asset);
    }

    private static byte[] read(String name) {
        try (var file = Assets.class.getResourceAsStream("/static/" + name)) {
            if (file == null) {
                throw new IllegalStateException("Missing from the build: static/" + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length);
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
