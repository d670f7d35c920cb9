package io.sarf.payouts.connection;

import io.sarf.payouts.platform.ValueConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The {@code account_id} of the API. */
public record AccountId(UUID value) {
    public static AccountId fromString(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends ValueConverter<AccountId, UUID> {
        Column() {
            super(AccountId::new, AccountId::value);
        }
    }
}
