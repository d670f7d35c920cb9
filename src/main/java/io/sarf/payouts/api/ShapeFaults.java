package io.sarf.payouts.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Continues reading after a fault, so that one answer reports all of them. */
final class ShapeFaults extends DeserializationProblemHandler {
    private static final int MOST = 100;

    private final List<WrongField> faults = new ArrayList<>();
    private @Nullable ApiFault malformed;

    void raise() {
        if (malformed != null) {
            throw malformed;
        }
        if (!faults.isEmpty()) {
            throw ApiFault.of(ApiCode.INVALID_PARAMETERS, faults);
        }
    }

    /** A fault after which nothing can be read. */
    void add(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException broken) {
                malformed = malformed(broken);
                return;
            }
        }
        var path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        add(path, null, "does not have the expected form");
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        add(pathOf(parser, context.getParser(), name), null, "is not a field of this operation");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType target,
            @Nullable JsonToken token,
            JsonParser parser,
            @Nullable String expected)
            throws IOException {
        var scalar = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
        add(pathOf(parser), scalar ? parser.getText() : null, "must be " + expected(target, expected));
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            @Nullable String message)
            throws IOException {
        return handleUnexpectedToken(context, context.constructType(target), parser.currentToken(), parser, null);
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, @Nullable String expected) {
        var type = context.constructType(target);
        add(pathOf(context.getParser()), value, "must be " + expected(type, expected));
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, @Nullable String expected) {
        return handleWeirdStringValue(context, target, value.toString(), expected);
    }

    void note(JsonParser parser, String message) {
        add(pathOf(parser), null, message);
    }

    private void add(String path, @Nullable String value, String message) {
        if (faults.size() < MOST) {
            faults.add(new WrongField(path.isEmpty() ? "body" : path, value, message));
        }
    }

    private static String expected(JavaType target, @Nullable String words) {
        if (target.isEnumType()) {
            return Arrays.stream(target.getRawClass().getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (target.isCollectionLikeType() || target.isArrayType()) {
            return "an array";
        }
        // Only the messages of our own scalars are written for clients.
        return target.getRawClass().getName().startsWith("java.") && words != null ? words : "an object";
    }

    private static ApiFault malformed(StreamReadException broken) {
        var at = broken.getLocation();
        var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        var twice = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field");
        var parser = broken.getProcessor();
        if (twice && parser != null) {
            return ApiFault.invalid(pathOf(parser), null, "is there twice" + where);
        }
        return new ApiFault(ApiCode.INVALID_PARAMETERS, "The body is not well-formed JSON" + where);
    }

    private static String pathOf(JsonParser parser, JsonParser whole, String name) {
        if (parser.equals(whole)) {
            return pathOf(whole);
        }
        // A record is created after all its fields are read; its unknown fields come from a buffer then.
        var place = whole.getParsingContext();
        var owner = pathOf(whole.currentToken() == JsonToken.FIELD_NAME ? place.getParent() : place);
        return owner + (owner.isEmpty() ? "" : ".") + WrongField.clean(name);
    }

    private static String pathOf(JsonParser parser) {
        return pathOf(parser.getParsingContext());
    }

    private static String pathOf(JsonStreamContext place) {
        var path = new StringBuilder();
        for (var part = place.pathAsPointer(); !part.matches(); part = part.tail()) {
            if (part.getMatchingIndex() >= 0) {
                path.append('[').append(part.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(WrongField.clean(part.getMatchingProperty()));
            }
        }
        return path.toString();
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var part : e.getPath()) {
            if (part.getIndex() >= 0) {
                path.append('[').append(part.getIndex()).append(']');
            } else if (part.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(WrongField.clean(part.getFieldName()));
            }
        }
        return path.toString();
    }
}
