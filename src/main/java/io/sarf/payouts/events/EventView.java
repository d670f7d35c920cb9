package io.sarf.payouts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.payouts.api.ApiPage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "EventList")
record EventView(List<Event> data, ApiPage page) {

    /** The envelope of a webhook with its event sequence. */
    @Schema(name = "Event")
    record Event(
            JsonNode payload,
            String type,
            String message,
            Instant timestamp,
            UUID eventId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long sequence) {}
}
