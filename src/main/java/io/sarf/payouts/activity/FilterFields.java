package io.sarf.payouts.activity;

import io.sarf.payouts.team.Members.Known;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** @param faults error messages by the name of the field */
record FilterFields(
        boolean any,
        List<Choice> people,
        List<Choice> others,
        List<Group> types,
        List<Choice> kinds,
        String subject,
        String from,
        String to,
        Map<String, String> faults) {
    record Choice(String value, String label, boolean chosen) {}

    record Group(String label, List<Choice> choices) {}

    static FilterFields of(ActivityFilter filter, Set<String> readable, List<Known> people, ActivityWords words) {
        return new FilterFields(
                filter.any(),
                people.stream()
                        .map(one -> choice(filter, "who", one.person().toString(), name(one, words)))
                        .toList(),
                ActivityFilter.OTHERS.stream()
                        .map(kind -> choice(filter, "who", kind.name(), words.actorKind(kind)))
                        .toList(),
                ActivityFilter.kinds(readable).stream()
                        .map(kind -> types(filter, kind, words))
                        .toList(),
                ActivityFilter.kinds(readable).stream()
                        .map(kind -> choice(filter, "kind", kind.id(), label(kind, words)))
                        .toList(),
                filter.given("subject"),
                filter.given("from"),
                filter.given("to"),
                filter.faults());
    }

    private static String name(Known person, ActivityWords words) {
        return person.left() ? words.page().left(person.name()) : person.name();
    }

    private static Group types(ActivityFilter filter, SubjectKind kind, ActivityWords words) {
        return new Group(
                label(kind, words),
                TypeWords.ALL.stream()
                        .filter(type -> type.kind() == kind)
                        .map(type -> choice(filter, "type", type.type(), words.what(type.type())))
                        .toList());
    }

    private static String label(SubjectKind kind, ActivityWords words) {
        var label = words.kind(kind.id());
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private static Choice choice(ActivityFilter filter, String field, String value, String label) {
        return new Choice(value, label, filter.given(field).equals(value));
    }
}
