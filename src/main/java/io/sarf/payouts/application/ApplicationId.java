package io.sarf.payouts.application;

import java.util.UUID;

public record ApplicationId(UUID value) {
    public static ApplicationId fromString(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
