package vn.motcua.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;
import vn.motcua.time.WorkingTime;

/**
 * How JSON is read and written at the door: nothing unknown, nothing twice, nothing guessed ("5" is not 5), limits on length and
 * depth; times leave with +07:00. Whoever reads JSON of somebody else's (a gateway, an older journal) makes a mapper of their own.
 */
@Configuration(proxyBeanMethods = false)
class JsonAtTheDoor {

    /** Longest string in characters; the longest that a person writes is an answer in a form. */
    private static final int MAX_STRING = 100_000;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NUMBER = 40;
    private static final int MAX_NAME = 200;

    @Bean
    JsonFactoryBuilderCustomizer jsonLimits() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxStringLength(MAX_STRING)
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME)
                .build());
    }

    @Bean
    JsonMapperBuilderCustomizer jsonStrictness() {
        return mapper -> mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE, DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, coercion -> coercion.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .defaultTimeZone(TimeZone.getTimeZone(WorkingTime.ZONE))
                .addModule(new SimpleModule("times")
                        .addSerializer(OffsetDateTime.class, new Moments())
                        .addSerializer(Instant.class, new Instants()));
    }

    private static class Moments extends StdSerializer<OffsetDateTime> {

        Moments() {
            super(OffsetDateTime.class);
        }

        @Override
        public void serialize(OffsetDateTime at, JsonGenerator json, SerializationContext context) {
            json.writeString(Formats.iso(at.toInstant()));
        }
    }

    private static class Instants extends StdSerializer<Instant> {

        Instants() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializationContext context) {
            json.writeString(Formats.iso(at));
        }
    }
}
