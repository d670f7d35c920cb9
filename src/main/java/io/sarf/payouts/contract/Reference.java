package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

@Singleton
class Reference {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 6;

    record Resource(String name, String anchor, String text, List<Operation> operations) {}

    /** @param scope required by the operation; empty if public */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String text,
            String scope,
            List<Field> parameters,
            List<Field> request,
            String requestExample,
            List<Field> answer,
            String answerExample,
            List<Failure> failures) {}

    record Field(String name, String type, boolean required, String text) {}

    record Failure(String status, List<String> codes) {}

    private final OpenApiDocumentService served;

    Reference(OpenApiDocumentService served) {
        this.served = served;
    }

    List<Resource> resources() {
        var document = document();
        var resources = new ArrayList<Resource>();
        for (var tag : document.path("tags")) {
            var name = tag.path("name").asText();
            resources.add(new Resource(
                    name,
                    name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                    tag.path("description").asText(),
                    operations(document, name)));
        }
        return resources;
    }

    private JsonNode document() {
        try {
            return JSON.readTree(served.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> operations(JsonNode document, String tag) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().forEach(method -> {
                    var operation = method.getValue();
                    if (operation.at("/tags/0").asText().equals(tag)) {
                        operations.add(operation(document, method.getKey(), item.getKey(), operation));
                    }
                }));
        return operations;
    }

    private static Operation operation(JsonNode document, String method, String path, JsonNode operation) {
        var request = first(operation.at("/requestBody/content"));
        var answer = first(success(operation.path("responses")).path("content"));
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                operation.path("description").asText(),
                operation.at("/security/0/oauth2/0").asText(),
                parameters(document, operation.path("parameters")),
                fields(document, request.path("schema")),
                example(request),
                fields(document, answer.path("schema")),
                example(answer),
                failures(document, operation.path("responses")));
    }

    private static JsonNode success(JsonNode responses) {
        return responses.properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .findFirst()
                .<JsonNode>map(java.util.Map.Entry::getValue)
                .orElseGet(JSON::createObjectNode);
    }

    private static JsonNode first(JsonNode content) {
        return content.isEmpty() ? JSON.createObjectNode() : content.iterator().next();
    }

    private static String example(JsonNode media) {
        return media.has("example") ? media.path("example").toPrettyString() : "";
    }

    private static List<Field> parameters(JsonNode document, JsonNode parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(parameter -> resolved(document, parameter))
                .map(parameter -> new Field(
                        parameter.path("name").asText(),
                        parameter.path("in").asText() + ", " + type(document, parameter.path("schema")),
                        parameter.path("required").asBoolean(),
                        parameter.path("description").asText()))
                .toList();
    }

    private static List<Failure> failures(JsonNode document, JsonNode responses) {
        return responses.properties().stream()
                .filter(answer -> answer.getKey().compareTo("400") >= 0)
                .map(answer -> {
                    var examples = resolved(document, answer.getValue()).at("/content/application~1json/examples");
                    return new Failure(
                            answer.getKey(),
                            examples.properties().stream()
                                    .map(java.util.Map.Entry::getKey)
                                    .toList());
                })
                .toList();
    }

    private static List<Field> fields(JsonNode document, JsonNode schema) {
        var fields = new ArrayList<Field>();
        collect(document, schema, "", 0, fields);
        return fields;
    }

    private static void collect(JsonNode document, JsonNode schema, String at, int depth, List<Field> fields) {
        var known = value(document, schema);
        if (known.path("type").asText().equals("array")) {
            collect(document, known.path("items"), at + "[]", depth, fields);
        } else if (depth < DEEPEST) {
            var required = known.path("required").toString();
            known.path("properties").properties().forEach(field -> {
                var name = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
                fields.add(new Field(
                        name,
                        type(document, field.getValue()),
                        required.contains("\"" + field.getKey() + "\""),
                        field.getValue().path("description").asText()));
                collect(document, field.getValue(), name, depth + 1, fields);
            });
        }
    }

    private static String type(JsonNode document, JsonNode schema) {
        var known = value(document, schema);
        var words = known.path("enum");
        if (!words.isEmpty()) {
            return String.join(
                    " | ",
                    StreamSupport.stream(words.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }
        var type = known.path("type").isArray()
                ? known.at("/type/0").asText()
                : known.path("type").asText("any");
        var empty = schema.has("anyOf") || known.path("type").size() > 1 ? " or null" : "";
        return (known.has("format") ? known.path("format").asText() : type) + empty;
    }

    /** Resolves references and skips the null alternative; of several forms it takes the first. */
    private static JsonNode value(JsonNode document, JsonNode schema) {
        if (schema.has("oneOf")) {
            return resolved(document, schema.at("/oneOf/0"));
        }
        return schema.has("anyOf") ? resolved(document, schema.at("/anyOf/0")) : resolved(document, schema);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
