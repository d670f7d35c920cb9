package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
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
        set(form.get("pattern"), JsonNode::asText, schema::setPattern);
        set(form.get("minLength"), JsonNode::asInt, schema::setMinLength);
        set(form.get("maxLength"), JsonNode::asInt, schema::setMaxLength);
        set(form.get("minimum"), JsonNode::decimalValue, schema::setMinimum);
        set(form.get("exclusiveMinimum"), JsonNode::decimalValue, schema::setExclusiveMinimum);
        set(form.get("maximum"), JsonNode::decimalValue, schema::setMaximum);
        if (form.has("enum")) {
            var values = new ArrayList<Object>();
            form.get("enum").forEach(value -> values.add(value.asText()));
            schema.setEnumeration(values);
        }
    }

    private static <T> void set(@Nullable JsonNode value, Function<JsonNode, T> read, Consumer<T> setter) {
        if (value != null) {
            setter.accept(read.apply(value));
        }
    }
}
