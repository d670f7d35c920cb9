package io.sarf.payouts.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accepts each scalar in one form only, and continues after a fault. The mapper's own deserializers do neither. */
final class StrictScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int DIGITS = 30;

    @FunctionalInterface
    private interface Parse<T> {
        T from(JsonParser parser) throws IOException;
    }

    StrictScalars() {
        var string = Set.of(JsonToken.VALUE_STRING);
        var whole = Set.of(JsonToken.VALUE_NUMBER_INT);
        var number = Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);
        var truth = Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
        add(String.class, "a string", string, JsonParser::getText);
        add(Boolean.class, "true or false", truth, JsonParser::getBooleanValue);
        add(Integer.class, "a whole number", whole, JsonParser::getIntValue);
        add(Long.class, "a whole number", whole, JsonParser::getLongValue);
        add(BigDecimal.class, "a number", number, StrictScalars::decimal);
        add(UUID.class, "a UUID", string, StrictScalars::uuid);
        add(Instant.class, "a time like 2026-03-01T15:52:05Z", string, parser -> Instant.parse(parser.getText()));
        add(LocalDate.class, "a date like 2026-03-01", string, parser -> LocalDate.parse(parser.getText()));
    }

    private <T> void add(Class<T> type, String expected, Set<JsonToken> tokens, Parse<T> parse) {
        addDeserializer(type, new Strict<>(type, expected, tokens, parse));
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        var value = parser.getDecimalValue();
        // 1e999999999 is a short number and a very long amount.
        if (value.scale() > DIGITS || value.precision() - value.scale() > DIGITS) {
            throw new NumberFormatException();
        }
        return value;
    }

    private static UUID uuid(JsonParser parser) throws IOException {
        var text = parser.getText();
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return UUID.fromString(text);
    }

    private static final class Strict<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final String expected;
        private final Set<JsonToken> tokens;
        private final transient Parse<T> parse;

        Strict(Class<T> type, String expected, Set<JsonToken> tokens, Parse<T> parse) {
            super(type);
            this.expected = expected;
            this.tokens = tokens;
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!tokens.contains(parser.currentToken())) {
                return (T) context.handleUnexpectedToken(handledType(), parser.currentToken(), parser, expected);
            }
            try {
                return parse.from(parser);
            } catch (IllegalArgumentException | DateTimeException | StreamReadException e) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), expected);
            }
        }
    }
}
