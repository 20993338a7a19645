package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MomoSignatureTest {

    private static final Path VECTORS =
            Path.of(System.getProperty("motcua.basedir", ".")).resolve("../shared/data/vectors/protocol-vectors.json");

    private static final Map<String, List<String>> ORDERS = Map.of(
            "momo.create", MomoSignature.CREATE, "momo.query", MomoSignature.QUERY, "momo.ipn", MomoSignature.NOTICE);

    @Test
    void fitsTheGoldenVectors() throws Exception {
        assumeTrue(Files.exists(VECTORS), "the golden vectors are not beside this checkout: " + VECTORS);
        int checked = 0;
        for (var vector : JsonMapper.builder().build().readTree(VECTORS.toFile())) {
            var order = ORDERS.get(vector.path("name").asString(""));
            if (order != null) {
                var raw = vector.get("raw").asString();
                assertThat(MomoSignature.raw(order, fields(raw))).isEqualTo(raw);
                assertThat(MomoSignature.sign(vector.get("key").asString(), raw))
                        .isEqualTo(vector.get("expected").asString());
                checked++;
            }
        }
        assertThat(checked).isEqualTo(3);
    }

    @Test
    void orderIsFixedWhateverTheMessageSays() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("requestId", "rq-2");
        fields.put("orderId", "G01-0001");
        fields.put("unknown", "x");
        fields.put("partnerCode", "DVCQG");
        fields.put("accessKey", "K");
        assertThat(MomoSignature.raw(MomoSignature.QUERY, fields))
                .isEqualTo("accessKey=K&orderId=G01-0001&partnerCode=DVCQG&requestId=rq-2");
    }

    @Test
    void anotherSecretOrTextDoesNotFit() {
        var signature = MomoSignature.sign("secret", "a=1");
        assertThat(MomoSignature.fits("secret", "a=1", signature)).isTrue();
        assertThat(MomoSignature.fits("secret", "a=2", signature)).isFalse();
        assertThat(MomoSignature.fits("other", "a=1", signature)).isFalse();
        assertThat(MomoSignature.fits("secret", "a=1", "")).isFalse();
    }

    private static Map<String, String> fields(String raw) {
        var fields = new HashMap<String, String>();
        for (var pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return fields;
    }
}
