package io.sarf.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The document of the API as it is checked in, asked whether an answer is one of those it describes. */
public final class ApiContract {
    public static final Path FILE = Path.of("docs/api/openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @param headers by their names in lower case */
    public record Answer(
            String method, String path, List<String> query, int status, Map<String, String> headers, String body) {}

    private final JsonNode document;
    private final JsonNode closed;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    private ApiContract(JsonNode document) {
        this.document = document;
        this.closed = closed(document.path("components").path("schemas"));
    }

    public static ApiContract read() {
        try {
            return new ApiContract(JSON.readTree(Files.readString(FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** What is wrong with an answer; empty when it is as documented. */
    public List<String> faults(Answer answer) {
        var faults = new ArrayList<String>();
        if (!answer.headers().containsKey("lean-correlation-id")) {
            faults.add("lean-correlation-id is missing");
        }
        if (answer.status() == 429 && !answer.path().startsWith("/oauth2/")) {
            // Before anybody looks at the address.
            expect(answer, 429, "RATE_LIMIT_EXCEEDED", faults);
            return faults;
        }
        var item = item(answer.path());
        if (item.isEmpty()) {
            expect(answer, 404, "INVALID_URL", faults);
            return faults;
        }
        var operation = item.get().path(answer.method().toLowerCase(Locale.ROOT));
        if (operation.isMissingNode() && !answer.path().startsWith("/oauth2/")) {
            // An address may also fail the form of a parameter, and be none at all.
            if (answer.status() == 404) {
                expect(answer, 404, "INVALID_URL", faults);
            } else {
                expect(answer, 405, "INVALID_HTTP_METHOD", faults);
            }
            return faults;
        }
        var described = answered(operation.isMissingNode() ? item.get().path("post") : operation, answer.status());
        if (described.isEmpty()) {
            faults.add("The document has no answer " + answer.status());
            return faults;
        }
        check(described.get(), answer, faults);
        if (answer.status() < 300) {
            unasked(operation, answer, faults);
        }
        return faults;
    }

    /** What is wrong with a value of that schema. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema.toString(), this::compiled).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** By itself, with what it refers to. */
    private JsonSchema compiled(String schema) {
        try {
            var whole = (ObjectNode) JSON.readTree(own(schema));
            whole.set("$defs", JSON.readTree(own(closed.toString())));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            whole,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A schema that stands alone keeps what it refers to in a place of its own. */
    private static String own(String schema) {
        return schema.replace("#/components/schemas/", "#/$defs/");
    }

    /** Follows a reference within the document, if that is one. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The item an address belongs to; one that is named wins over one with a parameter there. */
    private Optional<JsonNode> item(String path) {
        var wanted = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var paths = document.path("paths");
        if (paths.has(wanted)) {
            return Optional.of(paths.path(wanted));
        }
        var names = new TreeSet<String>();
        paths.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> wanted.matches(name.replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst()
                .map(paths::path);
    }

    private Optional<JsonNode> answered(JsonNode operation, int status) {
        var answer = operation.path("responses").path(String.valueOf(status));
        return answer.isMissingNode() ? Optional.empty() : Optional.of(resolved(answer));
    }

    private void check(JsonNode described, Answer answer, List<String> faults) {
        var media = described.path("content").path("application/json");
        var type = answer.headers().getOrDefault("content-type", "");
        if (!type.startsWith("application/json")) {
            faults.add("application/json expected, not " + type);
            return;
        }
        var body = body(answer, faults);
        faults.addAll(faults(media.path("schema"), body));
        var code = body.path("status").asText();
        // An id in a form that ids do not have makes of the address one that is not there.
        if (answer.status() >= 400
                && media.has("examples")
                && !media.path("examples").has(code)
                && !code.equals("INVALID_URL")) {
            faults.add("The document does not name the code " + code);
        }
        if (described.path("headers").has("Retry-After")
                && answer.status() != 409
                && !answer.headers().containsKey("retry-after")) {
            faults.add("Retry-After is missing");
        }
    }

    /** What was read behind the question mark has to be described, as far as a test asks for it. */
    private void unasked(JsonNode operation, Answer answer, List<String> faults) {
        var known = new TreeSet<String>();
        operation
                .path("parameters")
                .forEach(parameter -> known.add(resolved(parameter).path("name").asText()));
        answer.query().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("The document has no parameter " + name));
    }

    private void expect(Answer answer, int status, String code, List<String> faults) {
        if (answer.status() == 401 || answer.status() == 400) {
            return;
        }
        var body = body(answer, faults);
        faults.addAll(faults(JSON.createObjectNode().put("$ref", "#/components/schemas/Error"), body));
        if (answer.status() != status || !body.path("status").asText().equals(code)) {
            faults.add(status + " " + code + " expected: the document has no such operation");
        }
    }

    private static JsonNode body(Answer answer, List<String> faults) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            faults.add("Not JSON: " + notJson.getMessage());
            return JSON.missingNode();
        }
    }

    /** Clients let new fields pass; a test does not. */
    private static JsonNode closed(JsonNode schemas) {
        var closed = schemas.deepCopy();
        closed.forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return closed;
    }
}
