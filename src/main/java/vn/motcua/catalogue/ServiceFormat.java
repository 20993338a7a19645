package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Vnd;

/** How a service's folder is written down: YAML for people, canonical JSON (sorted keys) for the database and its digest. */
final class ServiceFormat {

    static final YAMLMapper YAML = YAMLMapper.builder().build();

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Offering.Component.class, Linked.class)
            .addModule(new SimpleModule()
                    .addDeserializer(AgencyCode.class, text(AgencyCode::new))
                    .addDeserializer(ProcedureCode.class, text(ProcedureCode::new))
                    .addDeserializer(Vnd.class, new ValueDeserializer<Vnd>() {
                        @Override
                        public Vnd deserialize(JsonParser parser, DeserializationContext context) {
                            return new Vnd(parser.getLongValue());
                        }
                    }))
            .build();

    private ServiceFormat() {}

    /** The link to another procedure's result is read by the checks, from the record itself. */
    @JsonIgnoreProperties("resultOf")
    private interface Linked {}

    private static <T> ValueDeserializer<T> text(Function<String, T> read) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return read.apply(parser.getString());
            }
        };
    }

    /** The same text for the same content, whatever the order of its keys. */
    static String canonical(JsonNode tree) {
        return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class));
    }

    /** SHA-256 in hexadecimal. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
