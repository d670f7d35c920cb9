package io.sarf.payouts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One path at which our answer is not what an example shows. */
record Difference(String example, String path, What what) {

    enum What {
        LEFT_OUT("not answered"),
        ADDED("answered in addition"),
        NULL("null, where the reference has a value"),
        FILLED("a value, where the reference has null"),
        TYPE("of another JSON type"),
        VALUE("a word of ours");

        private final String words;

        What(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** All of them; what lies within something that differs itself is not told as well. */
    static Set<Difference> between(Example example, JsonNode answer) {
        var theirs = Shape.of(example.answer());
        var ours = Shape.of(answer);
        Set<Difference> found = new TreeSet<>(Comparator.comparing(Difference::toString));
        theirs.paths().stream()
                .filter(path -> !ours.has(path) && ours.couldHave(path))
                .forEach(path -> found.add(new Difference(example.name(), path, What.LEFT_OUT)));
        ours.paths().stream()
                .filter(path -> !theirs.has(path) && theirs.couldHave(path))
                .forEach(path -> found.add(new Difference(example.name(), path, What.ADDED)));
        theirs.paths().stream()
                .filter(ours::has)
                .flatMap(path -> kinds(theirs.kinds(path), ours.kinds(path))
                        .map(what -> new Difference(example.name(), path, what)))
                .forEach(found::add);
        example.values().forEach((path, words) -> {
            if (!words.containsAll(ours.words(path))) {
                found.add(new Difference(example.name(), path, What.VALUE));
            }
        });
        return found;
    }

    private static Stream<What> kinds(Set<JsonNodeType> theirs, Set<JsonNodeType> ours) {
        if (!withoutNull(theirs).isEmpty()
                && !withoutNull(ours).isEmpty()
                && !withoutNull(theirs).equals(withoutNull(ours))) {
            return Stream.of(What.TYPE);
        }
        var theirNull = theirs.contains(JsonNodeType.NULL);
        var ourNull = ours.contains(JsonNodeType.NULL);
        if (ourNull && !theirNull) {
            return Stream.of(What.NULL);
        }
        return theirNull && !ourNull ? Stream.of(What.FILLED) : Stream.empty();
    }

    private static Set<JsonNodeType> withoutNull(Set<JsonNodeType> kinds) {
        var values = EnumSet.copyOf(kinds);
        values.remove(JsonNodeType.NULL);
        return values;
    }
}
