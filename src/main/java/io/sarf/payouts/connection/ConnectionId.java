package io.sarf.payouts.connection;

import io.sarf.payouts.platform.ValueConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The id of a connection; the API uses {@link BankConnection#paymentSource} instead. */
public record ConnectionId(UUID value) {
    public static ConnectionId fromString(String text) {
        return new ConnectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends ValueConverter<ConnectionId, UUID> {
        Column() {
            super(ConnectionId::new, ConnectionId::value);
        }
    }
}
