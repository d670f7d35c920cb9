package io.sarf.payouts.connection;

import java.util.UUID;

/** Names a connection; of the API see {@link BankConnection#paymentSource}. */
public record ConnectionId(UUID value) {
    public static ConnectionId fromString(String text) {
        return new ConnectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
