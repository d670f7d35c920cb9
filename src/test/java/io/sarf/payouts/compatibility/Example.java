package io.sarf.payouts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, or one webhook, as the reference shows it.
 *
 * @param operation as the reference names it, or {@code webhook} and the type of the event
 * @param source names of {@link Lean.Source}
 * @param waits why it is not replayed yet
 * @param request null for a webhook
 * @param answer the body that comes back, or the envelope that is sent
 * @param values the only words the reference knows at a path
 */
record Example(
        String name,
        String operation,
        List<String> source,
        Given given,
        @Nullable String waits,
        @Nullable Request request,
        int status,
        JsonNode answer,
        Map<String, List<String>> values) {

    /** The company that replays it: one payout of it is done to the end, or its bank lets nobody be paid at once. */
    enum Given {
        PAID,
        COOL_OFF
    }

    record Request(
            String method,
            String path,
            @Nullable Map<String, String> form,
            @Nullable JsonNode body) {}

    Example {
        given = given == null ? Given.PAID : given;
        values = values == null ? Map.of() : values;
    }

    boolean replayed() {
        return waits == null;
    }
}
