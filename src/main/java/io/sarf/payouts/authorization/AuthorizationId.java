package io.sarf.payouts.authorization;

import java.util.UUID;

public record AuthorizationId(UUID value) {
    public static AuthorizationId fromString(String text) {
        return new AuthorizationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
