package io.sarf.payouts.authorization;

import io.sarf.payouts.platform.ValueConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

public record AuthorizationId(UUID value) {
    public static AuthorizationId fromString(String text) {
        return new AuthorizationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends ValueConverter<AuthorizationId, UUID> {
        Column() {
            super(AuthorizationId::new, AuthorizationId::value);
        }
    }
}
