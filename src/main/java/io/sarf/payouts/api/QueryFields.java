package io.sarf.payouts.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects all faults. An unknown parameter is one: a misspelt filter would otherwise match everything. */
public final class QueryFields {
    private static final int LONGEST = 255;

    private final MultivaluedMap<String, String> given;
    private final List<WrongField> wrong = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    public QueryFields(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    public int number(String name, int absent, int min, int max) {
        var expected = "A whole number from " + min + " to " + max + " is expected";
        var value = read(name, expected, text -> {
            var number = Integer.parseInt(text);
            return number < min || number > max ? null : number;
        });
        return value == null ? absent : value;
    }

    public int pageNumber() {
        return number("page_number", 0, 0, 1_000_000);
    }

    /** From 1 to 100; 50 if absent. */
    public int pageSize() {
        return number("page_size", 50, 1, 100);
    }

    public @Nullable Long large(String name) {
        return read(name, "A whole number is expected", text -> {
            var number = Long.parseLong(text);
            return number < 0 ? null : number;
        });
    }

    public @Nullable BigDecimal amount(String name) {
        return read(
                name,
                "An amount such as 1250.75 is expected",
                text -> text.matches("\\d{1,15}(\\.\\d{1,4})?") ? new BigDecimal(text) : null);
    }

    public @Nullable UUID id(String name) {
        return read(name, "A UUID is expected", text -> text.length() == 36 ? UUID.fromString(text) : null);
    }

    /** A time, or a day in UTC, read as its first moment. */
    public @Nullable Instant from(String name) {
        return read(name, "An ISO-8601 time or day is expected", text -> moment(text, 0));
    }

    /** A time, or a day in UTC, read as its last moment. */
    public @Nullable Instant to(String name) {
        return read(name, "An ISO-8601 time or day is expected", text -> moment(text, 1));
    }

    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> words) {
        return read(
                name,
                "One of " + List.of(words.getEnumConstants()) + " is expected",
                text -> Enum.valueOf(words, text));
    }

    /** All values of a repeated or comma-separated parameter. */
    public <E extends Enum<E>> Set<E> words(String name, Class<E> words) {
        return all(
                name,
                "Some of " + List.of(words.getEnumConstants()) + " are expected",
                text -> Enum.valueOf(words, text));
    }

    /** @param read returns null or throws for an invalid value */
    public <T> Set<T> all(String name, String expected, Function<String, @Nullable T> read) {
        known.add(name);
        var found = new LinkedHashSet<T>();
        for (var given : given.getOrDefault(name, List.of())) {
            for (var text : given.split(",", -1)) {
                T value = text.length() > LONGEST ? null : attempt(read, text);
                if (value == null && !given.isEmpty()) {
                    wrong.add(new WrongField(name, text, expected));
                } else if (value != null) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    public @Nullable String text(String name, int longest) {
        return read(
                name, "At most " + longest + " characters are expected", text -> text.length() > longest ? null : text);
    }

    /** @param read returns null or throws for an invalid value */
    public <T> @Nullable T of(String name, String expected, Function<String, @Nullable T> read) {
        return read(name, expected, read);
    }

    /** Call after all reads. Throws every invalid or unknown parameter. */
    public void raise() {
        var expected = known.isEmpty()
                ? "This operation knows no query parameters"
                : "Not a query parameter of this operation, which knows " + String.join(", ", known);
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> wrong.add(new WrongField(WrongField.clean(name), null, expected)));
        ApiFault.raise(ApiCode.INVALID_PARAMETERS, wrong);
    }

    private <T> @Nullable T read(String name, String expected, Function<String, @Nullable T> read) {
        known.add(name);
        var values = given.getOrDefault(name, List.of());
        if (values.isEmpty() || values.get(0).isEmpty()) {
            return null;
        }
        var text = values.get(0);
        T value = values.size() > 1 || text.length() > LONGEST ? null : attempt(read, text);
        if (value == null) {
            wrong.add(new WrongField(name, text, expected));
        }
        return value;
    }

    private static <T> @Nullable T attempt(Function<String, @Nullable T> read, String text) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException notOfThatForm) {
            return null;
        }
    }

    private static Instant moment(String text, int daysLater) {
        return text.length() == 10
                ? LocalDate.parse(text)
                        .plusDays(daysLater)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .minusNanos(daysLater * 1_000L)
                : OffsetDateTime.parse(text).toInstant();
    }
}
