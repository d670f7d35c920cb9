package io.sarf.payouts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is known of Lean's API, as it lies in the test resources. */
final class Lean {
    private static final Path ROOT = Path.of("src/test/resources/lean");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Lean() {}

    /** Where facts are from; {@code address} is empty for what is not public. */
    record Source(String name, String title, String address) {}

    /** All of them, in the order of their names. */
    static List<Example> examples() {
        try (var files = Files.list(ROOT.resolve("examples"))) {
            return files.sorted().map(Lean::example).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Example example(String name) {
        return example(ROOT.resolve("examples").resolve(name + ".json"));
    }

    static List<Source> sources() {
        return List.of(value(tree("sources.json"), Source[].class));
    }

    /** What is answered differently, in the order in which it is told. */
    static List<Listed> differences() {
        return List.of(value(tree("differences.json"), Listed[].class));
    }

    static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("Not JSON", e);
        }
    }

    private static JsonNode tree(String file) {
        try {
            return tree(Files.readAllBytes(ROOT.resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Example example(Path file) {
        var example = (ObjectNode) tree(ROOT.relativize(file).toString());
        example.put("name", file.getFileName().toString().replace(".json", ""));
        return value(example, Example.class);
    }

    private static <T> T value(JsonNode tree, Class<T> type) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (IOException e) {
            throw new AssertionError("Not a " + type.getSimpleName() + ": " + tree, e);
        }
    }
}
