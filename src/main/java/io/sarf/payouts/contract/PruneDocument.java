package io.sarf.payouts.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Inlines scalar schemas and removes unused components. */
final class PruneDocument {
    private final OpenAPI document;
    private final Map<String, Schema> schemas;
    private final Set<String> used = new HashSet<>();

    private PruneDocument(OpenAPI document) {
        this.document = document;
        this.schemas = document.getComponents().getSchemas();
    }

    static void up(OpenAPI document) {
        new PruneDocument(document).up();
    }

    private void up() {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(PruneDocument::schemas)
                .forEach(this::visit);
        document.getComponents().getResponses().values().stream()
                .flatMap(answer -> schemas(answer.getContent()))
                .forEach(this::visit);
        var kept = new TreeMap<>(schemas);
        kept.keySet().retainAll(used);
        document.getComponents().setSchemas(kept);
        var shown = new TreeMap<>(document.getComponents().getExamples());
        shown.keySet().retainAll(examples());
        document.getComponents().setExamples(shown);
    }

    private Set<String> examples() {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().values().stream())
                .filter(media -> media.getExamples() != null)
                .flatMap(media -> media.getExamples().values().stream())
                .map(example -> String.valueOf(example.getRef()).replaceAll(".*/", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<Schema> schemas(Operation operation) {
        var asked = operation.getParameters() == null
                ? Stream.<Schema>empty()
                : operation.getParameters().stream()
                        .map(parameter -> parameter.getSchema())
                        .filter(schema -> schema != null);
        var sent = operation.getRequestBody() == null
                ? Stream.<Schema>empty()
                : schemas(operation.getRequestBody().getContent());
        var answered = operation.getResponses().getAPIResponses().values().stream()
                .flatMap(answer -> schemas(answer.getContent()));
        return Stream.of(asked, sent, answered).flatMap(every -> every);
    }

    static Stream<Schema> schemas(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .filter(schema -> schema != null);
    }

    private void visit(Schema schema) {
        var ref = schema.getRef();
        if (ref != null) {
            // The scanner gives an enum reference the type object.
            schema.setType(null);
            var name = ref.replaceAll(".*/", "");
            var target = schemas.get(name);
            if (target == null) {
                throw new IllegalStateException("The document has no " + ref);
            }
            if (single(target)) {
                schema.setRef(null);
                schema.setType(target.getType());
                schema.setFormat(target.getFormat());
            } else if (used.add(name)) {
                visit(target);
            }
        }
        if (schema.getItems() != null) {
            visit(schema.getItems());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::visit);
        }
        Stream.of(schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(this::visit);
    }

    private static boolean single(Schema schema) {
        return schema.getProperties() == null && schema.getEnumeration() == null && schema.getAnyOf() == null;
    }
}
