package io.sarf.payouts.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.sarf.payouts.api.ApiPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Removes pages from the scanned document and adds to each operation its scope, errors, headers and example. May run a
 * second time on its own result.
 */
@OpenApiFilter(RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    private static final String JSON = "application/json";

    private final IndexView code;

    public ApiDocument(IndexView code) {
        this.code = code;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        pagesGo(document);
        for (var endpoint : Endpoint.all(code)) {
            var item = document.getPaths().getPathItem(endpoint.path());
            var operation = item == null ? null : item.getOperations().get(endpoint.verb());
            if (operation != null && !endpoint.scopes().isEmpty()) {
                complete(operation, endpoint);
            }
        }
        ErrorAnswers.examples(document.getComponents());
        PruneDocument.up(document);
        new SchemaDescriptions(code).complete(document);
    }

    private static void pagesGo(OpenAPI document) {
        var used = OASFactory.createPaths();
        document.getPaths().getPathItems().entrySet().stream()
                .filter(item -> ApiPaths.contains(item.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(item -> used.addPathItem(item.getKey(), item.getValue()));
        document.setPaths(used);
    }

    private static void complete(Operation operation, Endpoint endpoint) {
        operation.operationId(endpoint.said("operationId")).summary(endpoint.said("summary"));
        operation
                .description(endpoint.said("description"))
                .security(List.of(
                        OASFactory.createSecurityRequirement().addScheme("oauth2", endpoint.scopes()),
                        OASFactory.createSecurityRequirement().addScheme("bearer", List.of())));
        operation.setParameters(parameters(operation, endpoint));
        var answers = OASFactory.createAPIResponses();
        var example = Resources.example(operation.getOperationId());
        new TreeMap<>(operation.getResponses().getAPIResponses()).forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answers.addAPIResponse(status, success(answer, endpoint, example.get("response")));
            }
        });
        var body = operation.getRequestBody();
        if (body != null) {
            body.setRequired(true);
            body.setContent(only(body.getContent(), example.get("request")));
            if (endpoint.oneOrMany() > 0) {
                oneOrMany(body.getContent().getMediaType(JSON), endpoint.oneOrMany());
            }
        }
        ErrorAnswers.of(endpoint, body != null).forEach(answers::addAPIResponse);
        operation.setResponses(answers);
    }

    private static List<Parameter> parameters(Operation operation, Endpoint endpoint) {
        var parameters = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
                    .forEach(parameters::add);
        }
        endpoint.asks().forEach(field -> parameters.add(field.parameter()));
        parameters.add(header("lean-correlation-id"));
        if (endpoint.keyed()) {
            parameters.add(header("idempotency-key"));
        }
        return parameters;
    }

    private static APIResponse success(APIResponse answer, Endpoint endpoint, @Nullable Object example) {
        answer.setContent(only(answer.getContent(), example));
        answer.addHeader("lean-correlation-id", ErrorAnswers.header("lean-correlation-id"));
        ErrorAnswers.limits(answer);
        if (endpoint.keyed()) {
            answer.addHeader("idempotent-replayed", ErrorAnswers.header("idempotent-replayed"));
        }
        return answer;
    }

    /** Skips a body that an earlier run has changed. */
    private static void oneOrMany(MediaType body, int most) {
        var array = body.getSchema();
        if (array != null && array.getItems() != null) {
            array.minItems(1).maxItems(most);
            body.setSchema(OASFactory.createSchema().oneOf(List.of(array, array.getItems())));
        }
    }

    private static Content only(@Nullable Content content, @Nullable Object example) {
        var json = OASFactory.createContent();
        if (content != null) {
            var medias = new LinkedHashMap<>(content.getMediaTypes());
            medias.values().stream().findFirst().ifPresent(media -> {
                media.setExample(example);
                json.addMediaType(JSON, media);
            });
        }
        return json;
    }

    private static Parameter header(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }
}
