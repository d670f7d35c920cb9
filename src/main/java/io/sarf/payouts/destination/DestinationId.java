package io.sarf.payouts.destination;

import java.util.UUID;

/** The {@code payment_destination_id} of the API. */
public record DestinationId(UUID value) {
    public static DestinationId fromString(String text) {
        return new DestinationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
