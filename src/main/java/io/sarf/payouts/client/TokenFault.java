package io.sarf.payouts.client;

import io.sarf.payouts.api.ApiPaths;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error of the token endpoint (RFC 6749, 5.2). */
final class TokenFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final transient Map<String, String> headers;

    private TokenFault(int status, String error, String description, Map<String, String> headers) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
        this.headers = headers;
    }

    static TokenFault invalidRequest(String description) {
        return new TokenFault(400, "invalid_request", description, Map.of());
    }

    static TokenFault unsupportedGrant() {
        return new TokenFault(400, "unsupported_grant_type", "client_credentials expected", Map.of());
    }

    static TokenFault invalidScope() {
        return new TokenFault(400, "invalid_scope", "api or customer.<customer_id> expected", Map.of());
    }

    /** @param basic whether the client used HTTP Basic and so expects a challenge */
    static TokenFault invalidClient(boolean basic) {
        Map<String, String> challenge = basic ? Map.of("WWW-Authenticate", "Basic realm=\"Sarf\"") : Map.of();
        return new TokenFault(401, "invalid_client", "Unknown client_id, or a wrong or replaced secret", challenge);
    }

    static TokenFault tooManyGuesses(Duration wait) {
        return new TokenFault(
                429,
                "invalid_client",
                "Too many failed attempts. Try again later",
                Map.of("Retry-After", String.valueOf(wait.toSeconds())));
    }

    static TokenFault tooManyCalls(Duration wait) {
        return new TokenFault(
                429,
                "temporarily_unavailable",
                "Too many calls. Try again later",
                Map.of("Retry-After", String.valueOf(wait.toSeconds())));
    }

    static TokenFault methodNotAllowed() {
        return new TokenFault(405, "invalid_request", "POST expected", Map.of("Allow", "POST"));
    }

    static TokenFault notAcceptable() {
        return new TokenFault(
                406, "invalid_request", "Answers are application/json, which Accept does not take", Map.of());
    }

    static TokenFault tooLarge() {
        return new TokenFault(
                413, "invalid_request", "The body may have at most " + ApiPaths.TOKEN_BODY_MAX + " bytes", Map.of());
    }

    /** @param wait set if a retry may succeed */
    static TokenFault ours(@Nullable Duration wait) {
        return wait == null
                ? new TokenFault(500, "server_error", "Something went wrong here", Map.of())
                : new TokenFault(
                        503,
                        "temporarily_unavailable",
                        "Not available just now",
                        Map.of("Retry-After", String.valueOf(wait.toSeconds())));
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, String> body() {
        return Map.of("error", error, "error_description", String.valueOf(getMessage()));
    }
}
