package io.sarf.payouts.application;

import java.util.Locale;

/** The environments of an application share its team and nothing else. */
public enum Environment {
    SANDBOX,
    PRODUCTION;

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Environment fromString(String path) {
        for (var environment : values()) {
            if (environment.path().equals(path)) {
                return environment;
            }
        }
        throw new IllegalArgumentException("No such environment");
    }
}
