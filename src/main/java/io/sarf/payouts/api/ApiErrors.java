package io.sarf.payouts.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;

@Singleton
public class ApiErrors {
    private final Clock clock;

    ApiErrors(Clock clock) {
        this.clock = clock;
    }

    public Response answer(ApiFault fault) {
        // As bytes, so that no writer of another media type changes the format.
        var answer = Response.status(fault.code().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body(fault));
        if (fault.code() == ApiCode.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var after = fault.retryAfter();
        if (after != null) {
            answer.header(HttpHeaders.RETRY_AFTER, after.toSeconds());
        }
        return answer.build();
    }

    /** As bytes, to store and replay. */
    public ApiAnswer stored(ApiFault fault) {
        return new ApiAnswer(fault.code().status(), body(fault), false);
    }

    /** Answers before any resource runs; the rest of the request is not read. */
    public void end(RoutingContext call, ApiFault fault) {
        var body = ApiPaths.token(ApiPaths.path(call)) ? ofTokens(fault) : body(fault);
        ApiExchange.answered(call, body);
        var response = call.response()
                .setStatusCode(fault.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .putHeader("Connection", "close");
        var after = fault.retryAfter();
        if (after != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
        }
        response.end(Buffer.buffer(body));
    }

    /** In the format of RFC 6749, 5.2. */
    private static byte[] ofTokens(ApiFault fault) {
        var status = fault.code().status();
        var error = status < 500 && status != 429 ? "invalid_request" : "temporarily_unavailable";
        return ApiJson.write(Map.of("error", error, "error_description", fault.message()));
    }

    private byte[] body(ApiFault fault) {
        return ApiJson.write(ApiError.of(fault, clock.instant()));
    }
}
