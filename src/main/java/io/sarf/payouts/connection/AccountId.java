package io.sarf.payouts.connection;

import java.util.UUID;

/** The {@code account_id} of the API. */
public record AccountId(UUID value) {
    public static AccountId fromString(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
