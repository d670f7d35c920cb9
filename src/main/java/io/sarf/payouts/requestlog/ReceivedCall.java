package io.sarf.payouts.requestlog;

import io.sarf.payouts.application.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param status null if the client did not wait for the answer */
record ReceivedCall(
        UUID id,
        Scope scope,
        Instant at,
        int durationMs,
        String method,
        String uri,
        @Nullable Integer status,
        String correlation,
        Part request,
        Part response) {

    /** @param whole false if {@code bytes} is only the beginning of the body */
    record Part(byte[] bytes, boolean whole) {
        /** In bytes. Covers the stored length of a body, whatever its indentation. */
        private static final int LONGEST = 8_192;

        static Part of(byte @Nullable [] body) {
            return body == null
                    ? new Part(new byte[0], true)
                    : new Part(Arrays.copyOf(body, Math.min(body.length, LONGEST)), body.length <= LONGEST);
        }

        @Nullable
        String redacted() {
            return bytes.length == 0 ? null : Redaction.of(bytes, whole);
        }
    }

    /** Requests and answers of the token endpoint contain secrets. */
    private boolean buysToken() {
        return uri.startsWith("/oauth2/");
    }

    LoggedCall redacted() {
        var failed = status != null && status >= 400;
        var code = failed ? Redaction.code(response.bytes()) : null;
        var facts = new LoggedCall.Facts(at, method, Redaction.uri(uri), status, code, durationMs, correlation);
        return new LoggedCall(
                id,
                scope,
                facts,
                buysToken()
                        ? new LoggedCall.Bodies(null, null)
                        : new LoggedCall.Bodies(request.redacted(), response.redacted()));
    }
}
