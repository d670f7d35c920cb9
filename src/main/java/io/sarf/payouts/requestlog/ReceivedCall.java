package io.sarf.payouts.requestlog;

import io.sarf.payouts.application.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was answered, not redacted yet.
 *
 * @param uri with its query
 * @param status null when the client did not wait for the answer
 */
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

    /**
     * The beginning of a body.
     *
     * @param whole whether it is all of it
     */
    record Part(byte[] bytes, boolean whole) {
        /** More is never shown: it is enough for what is kept of a body, however widely it is set. */
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

    /** What the token endpoint is sent and gives are secrets. */
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
