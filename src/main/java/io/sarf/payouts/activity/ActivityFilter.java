package io.sarf.payouts.activity;

import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.journal.EntryHistory.Whose;
import io.sarf.payouts.platform.Typed;
import io.sarf.payouts.team.Members.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class ActivityFilter {
    /** Actors that are not members. */
    static final List<Actor.Kind> OTHERS =
            List.of(Actor.Kind.API_CLIENT, Actor.Kind.BANK, Actor.Kind.REPRESENTATIVE, Actor.Kind.SYSTEM);

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);
    private static final int LONGEST_ECHO = 60;

    private final Map<String, String> given;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final ActivityMessages words;
    private final @Nullable Known person;
    private final Wanted wanted;

    /**
     * @param readable the kinds of subjects the reader may see; empty for all
     * @param zone in which the reader's days begin
     */
    ActivityFilter(ActivityForm form, Set<String> readable, List<Known> people, ActivityMessages words, ZoneId zone) {
        this.given = form.given();
        this.words = words;
        this.person = find(
                        "who",
                        who -> people.stream()
                                .filter(one -> one.person().toString().equals(who))
                                .findFirst())
                .orElse(null);
        var actors = person == null
                ? choice(
                        "who",
                        who -> OTHERS.stream()
                                .filter(kind -> kind.name().equals(who))
                                .findFirst())
                : null;
        var type = choice(
                "type",
                one -> types(readable).stream()
                        .filter(known -> known.type().equals(one))
                        .findFirst());
        var kind = choice(
                "kind",
                one -> kinds(readable).stream()
                        .filter(known -> known.id().equals(one))
                        .findFirst());
        var from = day("from");
        var to = day("to");
        if (from != null && to != null && to.isBefore(from)) {
            faults.put("to", words.endsBeforeItBegins());
        }
        this.wanted = new Wanted(
                readable,
                type == null ? null : type.type(),
                kind == null ? null : kind.id(),
                id(),
                person == null ? actors == null ? null : Whose.of(actors) : whose(person),
                from == null ? null : beginning(from, zone),
                to == null ? null : beginning(to.plusDays(1), zone));
    }

    /** Entries by the person, of the person and of their membership. */
    static Whose whose(Known person) {
        return Whose.of(person.person(), Set.of(person.person(), person.member()));
    }

    static List<TypeWords> types(Set<String> readable) {
        return TypeWords.ALL.stream()
                .filter(type ->
                        readable.isEmpty() || readable.contains(type.kind().id()))
                .toList();
    }

    static List<SubjectKind> kinds(Set<String> readable) {
        return Arrays.stream(SubjectKind.values())
                .filter(kind -> readable.isEmpty() || readable.contains(kind.id()))
                .toList();
    }

    /** By the name of the field. */
    Map<String, String> faults() {
        return faults;
    }

    /** The parsed filter; complete only without faults. */
    Wanted wanted() {
        return wanted;
    }

    boolean any() {
        return !given.isEmpty();
    }

    String given(String field) {
        return given.getOrDefault(field, "");
    }

    @Nullable
    Known person() {
        return person;
    }

    private interface Reading<T> {
        Optional<T> of(String text);
    }

    private <T> Optional<T> find(String field, Reading<T> reading) {
        return Optional.ofNullable(given.get(field)).flatMap(reading::of);
    }

    private <T> @Nullable T choice(String field, Reading<T> reading) {
        var found = find(field, reading);
        if (found.isEmpty() && given.containsKey(field)) {
            faults.put(field, words.notInTheList(echo(field)));
        }
        return found.orElse(null);
    }

    private @Nullable String read(String field) {
        return Optional.ofNullable(given.get(field)).map(Typed::digits).orElse(null);
    }

    private @Nullable UUID id() {
        var typed = read("subject");
        if (typed == null || typed.matches(ID)) {
            return typed == null ? null : UUID.fromString(typed);
        }
        faults.put("subject", words.noId(echo("subject")));
        return null;
    }

    private @Nullable LocalDate day(String field) {
        var typed = read(field);
        if (typed == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeParseException ignored) {
            // Reported like a day outside the range.
        }
        faults.put(field, words.noDate(echo(field)));
        return null;
    }

    private String echo(String field) {
        var typed = Objects.requireNonNull(given.get(field));
        return typed.length() <= LONGEST_ECHO ? typed : typed.substring(0, LONGEST_ECHO) + "…";
    }

    private static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
