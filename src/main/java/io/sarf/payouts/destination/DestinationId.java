package io.sarf.payouts.destination;

import io.sarf.payouts.platform.ValueConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The {@code payment_destination_id} of the API. */
public record DestinationId(UUID value) {
    public static DestinationId fromString(String text) {
        return new DestinationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends ValueConverter<DestinationId, UUID> {
        Column() {
            super(DestinationId::new, DestinationId::value);
        }
    }
}
