package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.testing.ApiContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is missing in the document of the API, and nothing in it contradicts itself. */
class ApiDocumentTest {
    private static final ApiContract CONTRACT = ApiContract.read();

    private final List<String> faults = new ArrayList<>();

    @Test
    void it_has_every_operation_of_the_code_and_no_other() {
        var described = new TreeSet<String>();
        operations((name, operation) -> described.add(name));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Routes.api().stream().map(Route::plainName), Stream.of("POST /oauth2/token"))
                                .toList());
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_a_place_and_an_example() {
        var names = new TreeSet<String>();
        operations((name, operation) -> {
            require(name, !operation.path("summary").asText().isBlank(), "a summary: @Described");
            require(name, names.add(operation.path("operationId").asText()), "an operationId of its own");
            require(name, operation.path("tags").size() == 1, "one @Tag");
            var answer = operation.path("responses").path("200").isMissingNode()
                    ? operation.path("responses").iterator().next()
                    : operation.path("responses").path("200");
            var open = name.contains("/.well-known/");
            require(name, open || json(answer).has("example"), "openapi/examples/<operationId>.json");
            require(name, open || !operation.path("security").isEmpty(), "who may call it");
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void examples_are_what_they_are_examples_of() {
        operations((name, operation) -> {
            operation.path("requestBody").path("content").forEach(media -> fits(name + ", request", media));
            operation.path("responses").properties().forEach(answer -> {
                var media = json(CONTRACT.resolved(answer.getValue()));
                fits(name + ", " + answer.getKey(), media);
                media.path("examples")
                        .forEach(example -> fits(
                                name + ", " + answer.getKey(),
                                media.path("schema"),
                                CONTRACT.resolved(example).path("value")));
            });
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_field_and_every_parameter_is_said_in_words() {
        CONTRACT.document()
                .path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> require(
                                schema.getKey() + "." + field.getKey(),
                                field.getValue().has("description")
                                        || field.getValue().has("$ref"),
                                "words in openapi/fields.properties")));
        operations((name, operation) -> operation
                .path("parameters")
                .forEach(parameter -> require(
                        name + " " + parameter.path("name").asText(),
                        CONTRACT.resolved(parameter).has("description"),
                        "words in openapi/fields.properties, or in QueryField")));
        assertThat(faults).isEmpty();
    }

    @Test
    void every_scope_and_every_tag_in_use_is_described() {
        var scopes = CONTRACT.document().at("/components/securitySchemes/oauth2/flows/clientCredentials/scopes");
        var tags = new TreeSet<String>();
        CONTRACT.document()
                .path("tags")
                .forEach(tag -> tags.add(tag.path("name").asText()));
        operations((name, operation) -> {
            operation
                    .path("security")
                    .forEach(way -> way.path("oauth2")
                            .forEach(scope -> require(name, scopes.has(scope.asText()), "scope " + scope)));
            operation.path("tags").forEach(tag -> require(name, tags.contains(tag.asText()), "tag " + tag));
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void nothing_is_asked_for_twice() {
        operations((name, operation) -> {
            var met = new TreeSet<String>();
            for (var parameter : operation.path("parameters")) {
                require(name, met.add(parameter.toString()), "no second " + parameter);
            }
        });
        assertThat(faults).isEmpty();
    }

    private void fits(String what, JsonNode media) {
        if (media.has("example")) {
            fits(what, media.path("schema"), media.path("example"));
        }
    }

    private void fits(String what, JsonNode schema, JsonNode example) {
        CONTRACT.faults(schema, example).forEach(fault -> faults.add(what + ": " + fault));
    }

    private void require(String what, boolean there, String needed) {
        if (!there) {
            faults.add(what + " needs " + needed);
        }
    }

    private static JsonNode json(JsonNode answer) {
        return answer.path("content").path("application/json");
    }

    private static void operations(BiConsumer<String, JsonNode> each) {
        CONTRACT.document()
                .path("paths")
                .properties()
                .forEach(item -> item.getValue()
                        .properties()
                        .forEach(operation -> each.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + item.getKey(),
                                operation.getValue())));
    }
}
