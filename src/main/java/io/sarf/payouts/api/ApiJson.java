package io.sarf.payouts.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

/**
 * The API's JSON: snake_case, ISO-8601 times in UTC, amounts as plain numbers. Reading is strict: no unknown or
 * duplicate field, no number in quotes, no null in an array, no invalid Unicode, nothing after the end. Records declare
 * boxed types and check for missing values themselves.
 */
public final class ApiJson {
    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 60;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(new StrictScalars())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ApiJson() {}

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + value.getClass(), e);
        }
    }

    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    /** @throws ApiFault with every field that is unknown or of the wrong type */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T> T read(byte[] body, Type type) {
        if (body.length == 0) {
            throw new ApiFault(ApiCode.MISSING_PARAMETERS, "A JSON body is expected");
        }
        var text = WireText.utf8(body)
                .orElseThrow(() -> new ApiFault(ApiCode.INVALID_PARAMETERS, "The body is not well-formed UTF-8"));
        var faults = new ShapeFaults();
        Object value = null;
        try (var tokens = new CheckedTokens(MAPPER.createParser(text), faults)) {
            value = MAPPER.readerFor(MAPPER.constructType(type))
                    .withHandler(faults)
                    .readValue(tokens);
        } catch (JacksonException e) {
            faults.add(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faults.raise();
        if (value == null) {
            throw new ApiFault(ApiCode.MISSING_PARAMETERS, "A JSON body is expected, not null");
        }
        return (T) value;
    }
}
