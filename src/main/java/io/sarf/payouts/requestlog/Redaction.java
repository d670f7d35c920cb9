package io.sarf.payouts.requestlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stops at the length limit or at invalid JSON, so that no text is stored that was not parsed. */
final class Redaction {
    /** In characters. The result may exceed it a little, because fields are stored whole. */
    static final int LONGEST = 4_096;

    private static final int LONGEST_VALUE = 200;

    /** Of a longer value only the beginning is redacted; the result still exceeds the length of a stored value. */
    private static final int READ_OF_VALUE = 2_000;

    private static final int LONGEST_URI = 500;
    private static final int DIGITS = 10;
    private static final JsonFactory JSON = new JsonFactory();

    private static final class Level {
        private final Sensitive inherited;
        private Sensitive value = Sensitive.NOT;

        private Level(Sensitive inherited) {
            this.inherited = inherited;
        }
    }

    private final JsonParser in;
    private final JsonGenerator out;
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable String field;

    private Redaction(JsonParser in, JsonGenerator out) {
        this.in = in;
        this.out = out;
        levels.push(new Level(Sensitive.NOT));
    }

    /** Ends in {@code …} if there was more. */
    static String of(byte[] body, boolean whole) {
        var text = new StringWriter();
        var complete = whole;
        try (var out = JSON.createGenerator(text);
                var in = JSON.createParser(body)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter());
            complete &= new Redaction(in, out).walk(text, whole ? Long.MAX_VALUE : body.length);
        } catch (IOException notJson) {
            complete = false;
        }
        return complete ? text.toString() : (text + "\n" + Sensitive.CUT).strip();
    }

    /** Returns whether it reached the end. */
    private boolean walk(StringWriter text, long end) throws IOException {
        for (var token = in.nextToken(); token != null; token = in.nextToken()) {
            // A number that ends where the bytes end may have more digits.
            if (text.getBuffer().length() > LONGEST
                    || (token.isNumeric() && in.currentLocation().getByteOffset() >= end)) {
                return false;
            }
            step(token);
            out.flush();
        }
        return true;
    }

    private void step(JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> field = in.currentName();
            case START_OBJECT, START_ARRAY -> open(token);
            case END_OBJECT -> {
                out.writeEndObject();
                levels.pop();
            }
            case END_ARRAY -> {
                out.writeEndArray();
                levels.pop();
            }
            default -> scalar(token);
        }
    }

    private void open(JsonToken token) throws IOException {
        var holds = holds();
        name();
        if (token == JsonToken.START_OBJECT) {
            out.writeStartObject();
        } else {
            out.writeStartArray();
        }
        levels.push(new Level(holds));
    }

    private void scalar(JsonToken token) throws IOException {
        var holds = holds();
        if ("field".equals(field) && token == JsonToken.VALUE_STRING) {
            levels.element().value = Sensitive.field(in.getText());
        }
        var amount = field != null && (field.contains("amount") || field.contains("total"));
        name();
        if (token == JsonToken.VALUE_STRING) {
            out.writeString(value(holds, in.getText()));
        } else if (!token.isNumeric()) {
            out.writeRawValue(in.getText());
        } else if (holds != Sensitive.NOT) {
            out.writeString(holds.mask(in.getText()));
        } else {
            number(in.getText(), amount);
        }
    }

    /** A long number may be an account number, whatever the name of its field. */
    private void number(String number, boolean amount) throws IOException {
        if (!amount && number.matches("-?\\d{" + DIGITS + ",}.*")) {
            out.writeString(Sensitive.ACCOUNT.mask(number));
        } else {
            out.writeNumber(number);
        }
    }

    private Sensitive holds() {
        var level = levels.element();
        var own = field == null ? Sensitive.NOT : Sensitive.field(field);
        return level.inherited.or("value".equals(field) ? level.value : own);
    }

    private void name() throws IOException {
        if (field != null) {
            out.writeFieldName(value(Sensitive.NOT, field));
            field = null;
        }
    }

    private static String value(Sensitive holds, String text) {
        return shortened(
                holds.mask(text.length() <= READ_OF_VALUE ? text : text.substring(0, READ_OF_VALUE)), LONGEST_VALUE);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + Sensitive.CUT;
    }

    static String uri(String uri) {
        var mark = uri.indexOf('?');
        if (mark < 0) {
            return shortened(Sensitive.text(uri), LONGEST_URI);
        }
        var query = Arrays.stream(uri.substring(mark + 1).split("&", -1))
                .map(Redaction::parameter)
                .collect(Collectors.joining("&"));
        return shortened(Sensitive.text(uri.substring(0, mark)) + "?" + query, LONGEST_URI);
    }

    private static String parameter(String parameter) {
        var equals = parameter.indexOf('=');
        return equals < 0
                ? Sensitive.text(parameter)
                : parameter.substring(0, equals + 1)
                        + Sensitive.field(parameter.substring(0, equals)).mask(parameter.substring(equals + 1));
    }

    /** The top-level code of an error of the API or of the token endpoint; null if there is none. */
    static @Nullable String code(byte[] body) {
        try (var in = JSON.createParser(body)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                var code = in.nextToken() == JsonToken.VALUE_STRING ? in.getText() : "";
                if ((name.equals("status") || name.equals("error")) && code.matches("[A-Za-z_]{1,40}")) {
                    return code;
                }
                in.skipChildren();
            }
        } catch (IOException notJson) {
            return null;
        }
        return null;
    }
}
