package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sarf.payouts.api.ApiCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

final class ErrorAnswers {
    private static final Set<ApiCode> ALWAYS = EnumSet.of(
            ApiCode.INVALID_PARAMETERS,
            ApiCode.UNAUTHORIZED,
            ApiCode.INCORRECT_ACCESS_LEVEL,
            ApiCode.NOT_ACCEPTABLE,
            ApiCode.URI_TOO_LONG,
            ApiCode.UNSUPPORTED_MEDIA_TYPE,
            ApiCode.RATE_LIMIT_EXCEEDED,
            ApiCode.HEADERS_TOO_LARGE,
            ApiCode.INTERNAL_SERVER_ERROR,
            ApiCode.SERVICE_UNAVAILABLE);
    private static final Set<ApiCode> WITH_BODY = EnumSet.of(ApiCode.MISSING_PARAMETERS, ApiCode.PAYLOAD_TOO_LARGE);
    private static final Set<ApiCode> WITH_KEY =
            EnumSet.of(ApiCode.REQUEST_IN_PROGRESS, ApiCode.IDEMPOTENCY_KEY_REUSED);

    private ErrorAnswers() {}

    static void examples(Components components) {
        var messages = Resources.properties("errors.properties");
        for (var code : ApiCode.values()) {
            var value = JsonNodeFactory.instance
                    .objectNode()
                    .put("timestamp", "2026-03-01T15:52:05.619146Z")
                    .put("status", code.name())
                    .put("message", messages.getProperty(code.name()))
                    .putNull("metadata");
            components.addExample(code.name(), OASFactory.createExample().value(value));
        }
        var error = Objects.requireNonNull(components.getSchemas().get("Error"));
        Objects.requireNonNull(error.getProperties().get("status"))
                .setEnumeration(Arrays.stream(ApiCode.values())
                        .map(code -> (Object) code.name())
                        .toList());
    }

    static Map<String, APIResponse> of(Endpoint endpoint, boolean body) {
        var codes = EnumSet.copyOf(ALWAYS);
        codes.addAll(endpoint.fails());
        if (body) {
            codes.addAll(WITH_BODY);
        }
        if (endpoint.keyed()) {
            codes.addAll(WITH_KEY);
        }
        var byStatus = new TreeMap<String, Set<ApiCode>>();
        codes.forEach(
                code -> byStatus.computeIfAbsent(String.valueOf(code.status()), status -> EnumSet.noneOf(ApiCode.class))
                        .add(code));
        var answers = new TreeMap<String, APIResponse>();
        byStatus.forEach((status, some) -> answers.put(status, answer(status, some, endpoint)));
        return answers;
    }

    private static APIResponse answer(String status, Set<ApiCode> codes, Endpoint endpoint) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Error"));
        codes.forEach(code ->
                media.addExample(code.name(), OASFactory.createExample().ref("#/components/examples/" + code.name())));
        var answer = OASFactory.createAPIResponse()
                .description(codes.stream()
                        .map(Enum::name)
                        .reduce((some, other) -> some + ", " + other)
                        .orElse(""))
                .content(OASFactory.createContent().addMediaType("application/json", media))
                .addHeader("lean-correlation-id", header("lean-correlation-id"));
        limits(answer);
        if (status.equals("401")) {
            answer.addHeader("WWW-Authenticate", header("WWW-Authenticate"));
        }
        if (Set.of("429", "503").contains(status) || codes.contains(ApiCode.REQUEST_IN_PROGRESS)) {
            answer.addHeader("Retry-After", header("Retry-After"));
        }
        if (endpoint.keyed() && Set.of("400", "404").contains(status)) {
            answer.addHeader("idempotent-replayed", header("idempotent-replayed"));
        }
        return answer;
    }

    static void limits(APIResponse answer) {
        answer.addHeader("RateLimit", header("RateLimit"));
        answer.addHeader("RateLimit-Policy", header("RateLimit-Policy"));
    }

    static Header header(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }
}
