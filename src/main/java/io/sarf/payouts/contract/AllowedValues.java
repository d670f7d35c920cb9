package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * {@code openapi/forms.json}: allowed values by field name, by {@code Schema.field} where the name has another meaning
 * there, and with {@code []} for the elements of an array. A test checks that the code enforces them.
 */
final class AllowedValues {
    private final JsonNode forms = Resources.json("forms.json");

    void restrict(String owner, String field, Schema schema) {
        apply(find(owner, field), schema);
        if (schema.getItems() != null) {
            apply(find(owner, field + "[]"), schema.getItems());
        }
    }

    private JsonNode find(String owner, String field) {
        var own = forms.path(owner + "." + field);
        return own.isMissingNode() ? forms.path(field) : own;
    }

    private static void apply(JsonNode form, Schema schema) {
        if (schema.getRef() != null || schema.getAnyOf() != null) {
            return;
        }
        text(form.get("pattern"), schema::setPattern);
        whole(form.get("minLength"), schema::setMinLength);
        whole(form.get("maxLength"), schema::setMaxLength);
        number(form.get("minimum"), schema::setMinimum);
        number(form.get("exclusiveMinimum"), schema::setExclusiveMinimum);
        number(form.get("maximum"), schema::setMaximum);
        if (form.has("enum")) {
            var values = new ArrayList<Object>();
            form.get("enum").forEach(value -> values.add(value.asText()));
            schema.setEnumeration(values);
        }
    }

    private static void text(@Nullable JsonNode value, Consumer<String> set) {
        if (value != null) {
            set.accept(value.asText());
        }
    }

    private static void whole(@Nullable JsonNode value, Consumer<Integer> set) {
        if (value != null) {
            set.accept(value.asInt());
        }
    }

    private static void number(@Nullable JsonNode value, Consumer<BigDecimal> set) {
        if (value != null) {
            set.accept(value.decimalValue());
        }
    }
}
