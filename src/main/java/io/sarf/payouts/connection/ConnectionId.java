package io.sarf.payouts.connection;

import java.util.UUID;

/** The id of a connection; the API uses {@link BankConnection#paymentSource} instead. */
public record ConnectionId(UUID value) {
    public static ConnectionId fromString(String text) {
        return new ConnectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
