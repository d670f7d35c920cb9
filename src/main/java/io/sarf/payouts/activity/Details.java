package io.sarf.payouts.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.activity.ActivityPages.Detail;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.web.Shown;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Formats an entry's details for people, without empty values and values that are of no use to people. */
@Singleton
class Details {
    /** Suffix of a field with the value before the change. */
    private static final String BEFORE = "_before";

    /** Shown for a missing value before or after a change. */
    private static final String NOTHING = "–";

    /** Left out: values that are in the title or shown with the amount, and ids without a page. */
    private static final Set<String> HIDDEN =
            Set.of("currency", "account", "person", "person_before", "replaced", "issue", "kind", "logo");

    private static final Set<String> LEFT_TO_RIGHT = Set.of(
            "recipients",
            "not_sent",
            "amount",
            "iban",
            "email",
            "url",
            "user_name",
            "bank_reference",
            "events",
            "terms",
            "fault");

    /** Fields that identify a subject for people, in order of preference. */
    private static final List<String> TITLES =
            List.of("recipient", "amount", "name", "email", "bank", "bank_user", "user_name", "url");

    private final ObjectMapper json;

    Details(ObjectMapper json) {
        this.json = json;
    }

    /** @param text a JSON object */
    List<Detail> of(String text, ActivityWords words) {
        var object = read(text);
        var lines = new ArrayList<Detail>();
        object.properties().forEach(field -> {
            var name = field.getKey();
            var value = HIDDEN.contains(name) ? "" : value(name, field.getValue(), object, words);
            var before = before(name, object, words);
            var now = value.isEmpty() && before != null ? NOTHING : value;
            if (!now.isEmpty() && !now.equals(before) && !merged(name, object)) {
                lines.add(new Detail(words.label(name), before, now, LEFT_TO_RIGHT.contains(name)));
            }
        });
        return lines;
    }

    /** A title for the subject; empty where the details have none. */
    String title(String text, ActivityWords words) {
        var object = read(text);
        return Shown.line(TITLES.stream()
                .filter(object::hasNonNull)
                .limit(2)
                .map(name -> value(name, object.path(name), object, words))
                .toArray(String[]::new));
    }

    /** Only of an entry about a membership. */
    @Nullable
    String person(String text) {
        return read(text).path("person").textValue();
    }

    /** The value before the change; null where the field has not changed. */
    private static @Nullable String before(String name, JsonNode all, ActivityWords words) {
        var field = name.equals("to") ? "from" : name + BEFORE;
        if (HIDDEN.contains(name) || !all.has(field)) {
            return null;
        }
        var value = value(name, all.path(field), all, words);
        return value.isEmpty() ? NOTHING : value;
    }

    /** Whether the value is shown with another field, or is the first status of a new subject. */
    private static boolean merged(String name, JsonNode all) {
        return name.equals("from")
                || (name.equals("to") && !all.has("from"))
                || (name.equals("status") && !all.has("status" + BEFORE))
                || (name.endsWith(BEFORE) && all.has(plain(name)));
    }

    private static String plain(String name) {
        return name.endsWith(BEFORE) ? name.substring(0, name.length() - BEFORE.length()) : name;
    }

    private static String value(String name, JsonNode value, JsonNode all, ActivityWords words) {
        var text = text(value, words);
        if (text.isEmpty()) {
            return "";
        }
        return switch (plain(name)) {
            case "amount" -> amount(value, all.path("currency").asText());
            case "iban" -> Shown.iban(text);
            case "bank" -> words.bank(text);
            case "roles" -> each(value, words::role, " · ");
            case "cool_off_until", "overlap_until", "failing_since" -> words.time(text);
            case "reason" -> words.reason(text);
            case "name_check", "state", "status", "from", "to" -> words.value(text);
            default -> text;
        };
    }

    private static String amount(JsonNode value, String currency) {
        var money = Money.of(CurrencyUnit.of(currency), value.decimalValue(), RoundingMode.UNNECESSARY);
        return currency + "\u00a0" + MoneyText.shown(money);
    }

    private interface InWords {
        String of(String text);
    }

    private static String each(JsonNode array, InWords words, String between) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(one -> words.of(one.asText()))
                .collect(Collectors.joining(between));
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
            return each(value, text -> text, ", ");
        }
        if (value.isObject()) {
            return value.toString();
        }
        return value.isBoolean() ? words.yesOrNo(value.asBoolean()) : value.asText();
    }
}
