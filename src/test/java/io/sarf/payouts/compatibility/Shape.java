package io.sarf.payouts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a JSON text is made of: its paths, for each the kinds of values that stand there, and the words. All elements of an
 * array share a path: {@code content[].amount}.
 */
final class Shape {
    static final String BODY = "(body)";
    private static final String ELEMENT = "[]";

    private final Map<String, Set<JsonNodeType>> kinds = new TreeMap<>();
    private final Map<String, Set<String>> words = new TreeMap<>();

    private Shape() {}

    static Shape of(JsonNode body) {
        var shape = new Shape();
        shape.add(BODY, body);
        return shape;
    }

    private void add(String path, JsonNode node) {
        kinds.computeIfAbsent(path, any -> EnumSet.noneOf(JsonNodeType.class)).add(node.getNodeType());
        if (node.isTextual()) {
            words.computeIfAbsent(path, any -> new TreeSet<>()).add(node.textValue());
        }
        var inside = path.equals(BODY) ? "" : path;
        if (node.isArray()) {
            node.forEach(element -> add(inside + ELEMENT, element));
        }
        var before = inside.isEmpty() ? "" : inside + ".";
        node.properties().forEach(field -> add(before + field.getKey(), field.getValue()));
    }

    Set<String> paths() {
        return kinds.keySet();
    }

    boolean has(String path) {
        return kinds.containsKey(path);
    }

    Set<JsonNodeType> kinds(String path) {
        return kinds.getOrDefault(path, EnumSet.noneOf(JsonNodeType.class));
    }

    Set<String> words(String path) {
        return words.getOrDefault(path, Set.of());
    }

    /** Whether there is something for the path to stand in: an object for a field, an array for elements. */
    boolean couldHave(String path) {
        var element = path.endsWith(ELEMENT);
        var end = element ? path.length() - ELEMENT.length() : Math.max(path.lastIndexOf('.'), 0);
        var around = end == 0 ? BODY : path.substring(0, end);
        return kinds(around).contains(element ? JsonNodeType.ARRAY : JsonNodeType.OBJECT);
    }
}
