package io.sarf.payouts.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.activity.ActivityPages.Detail;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An entry's details as lines of a page: known names in words, what is empty left out, from and to as one. */
@Singleton
class Details {
    private final ObjectMapper json;

    Details(ObjectMapper json) {
        this.json = json;
    }

    /** @param text a JSON object */
    List<Detail> of(String text, ActivityWords words) {
        var object = read(text);
        var lines = new ArrayList<Detail>();
        var from = text(object.path("from"), words);
        var to = text(object.path("to"), words);
        if (!to.isEmpty()) {
            lines.add(new Detail(words.label("status"), from.isEmpty() ? to : from + " → " + to));
        }
        object.properties().forEach(field -> {
            var value = text(field.getValue(), words);
            var shown = !field.getKey().equals("from") && !field.getKey().equals("to");
            if (shown && !value.isEmpty()) {
                lines.add(new Detail(words.label(field.getKey()), value));
            }
        });
        return lines;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps JSON only", e);
        }
    }

    private static String text(JsonNode value, ActivityWords words) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(one -> text(one, words))
                    .collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.toString();
        }
        return value.isBoolean() ? words.yesOrNo(value.asBoolean()) : value.asText();
    }
}
