package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A page of {@code docs/api}: its curl lines, each with the answer the page shows below it. */
record CurlPage(Path file, List<Shown> calls) {
    static final Path FOLDER = Path.of("docs/api");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CALL =
            Pattern.compile("```sh\\n(curl .*?)\\n```\\n\\s*(?:```json (\\d{3})\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+)+");

    /** @param status what the page says the answer has */
    record Shown(String line, int status, JsonNode answer) {
        /** The words of the line, as a shell makes them of it. */
        List<String> words(Map<String, String> variables) {
            var words = new ArrayList<String>();
            var found = WORD.matcher(line.replace("\\\n", " "));
            while (found.find()) {
                words.add(word(found.group(), variables));
            }
            return words.subList(1, words.size());
        }

        /** In single quotes nothing is put in; elsewhere variables are. */
        private static String word(String written, Map<String, String> variables) {
            var word = new StringBuilder();
            var parts = written.split("'", -1);
            for (var i = 0; i < parts.length; i++) {
                var part = parts[i];
                if (i % 2 == 0) {
                    part = part.replace("\"", "");
                    for (var variable : variables.entrySet()) {
                        part = part.replace("$" + variable.getKey(), variable.getValue());
                    }
                    if (part.contains("$")) {
                        throw new AssertionError("The page uses a variable nobody knows: " + part);
                    }
                }
                word.append(part);
            }
            return word.toString();
        }
    }

    static List<CurlPage> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var pages = new ArrayList<CurlPage>();
            for (var file : files.filter(name -> name.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(read(file));
            }
            return pages;
        }
    }

    private static CurlPage read(Path file) throws IOException {
        var calls = new ArrayList<Shown>();
        var found = CALL.matcher(Files.readString(file));
        while (found.find()) {
            if (found.group(2) == null) {
                throw new AssertionError(file + " shows no answer to " + found.group(1));
            }
            calls.add(new Shown(found.group(1), Integer.parseInt(found.group(2)), JSON.readTree(found.group(3))));
        }
        return new CurlPage(file, calls);
    }

    /** Where an answer differs in shape from what is shown: a field more or less, or of another kind. */
    static List<String> differences(String at, JsonNode shown, JsonNode answered) {
        var differences = new ArrayList<String>();
        if (shown.isNull() || answered.isNull()) {
            return differences;
        }
        if (shown.getNodeType() != answered.getNodeType()) {
            differences.add(at + " is " + answered.getNodeType() + ", shown is " + shown.getNodeType());
        } else if (shown.isArray() && !shown.isEmpty()) {
            if (answered.isEmpty()) {
                differences.add(at + " is empty");
            } else {
                differences.addAll(differences(at + "[0]", shown.get(0), answered.get(0)));
            }
        } else if (shown.isObject()) {
            shown.fieldNames().forEachRemaining(name -> {
                if (answered.has(name)) {
                    differences.addAll(differences(at + "." + name, shown.get(name), answered.get(name)));
                } else {
                    differences.add(at + "." + name + " is not answered");
                }
            });
            answered.fieldNames().forEachRemaining(name -> {
                if (!shown.has(name)) {
                    differences.add(at + "." + name + " is not shown");
                }
            });
        }
        return differences;
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
