package io.sarf.payouts.connection;

import java.util.UUID;

/** The {@code payment_source_id} of the API. */
public record ConnectionId(UUID value) {
    public static ConnectionId fromString(String text) {
        return new ConnectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
