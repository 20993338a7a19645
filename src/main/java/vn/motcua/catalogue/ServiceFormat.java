package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Vnd;

/** How a service's folder is written down: YAML for people, canonical JSON (sorted keys) for the database and its digest. */
public final class ServiceFormat {

    public static final YAMLMapper YAML = YAMLMapper.builder().build();

    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule()
                    .addSerializer(AgencyCode.class, ToStringSerializer.instance)
                    .addSerializer(ProcedureCode.class, ToStringSerializer.instance)
                    .addSerializer(Vnd.class, new ValueSerializer<Vnd>() {
                        @Override
                        public void serialize(Vnd money, JsonGenerator json, SerializationContext context) {
                            json.writeNumber(money.amount());
                        }
                    })
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

    /** The record as canonical JSON, without its number and without what is not there. */
    static String content(Procedure procedure) {
        var tree = (ObjectNode) JSON.valueToTree(procedure);
        tree.remove("version");
        return canonical(tree);
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
