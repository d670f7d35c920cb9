package io.sarf.payouts.application;

import io.sarf.payouts.platform.ValueConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

public record ApplicationId(UUID value) {
    public static ApplicationId fromString(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends ValueConverter<ApplicationId, UUID> {
        Column() {
            super(ApplicationId::new, ApplicationId::value);
        }
    }
}
