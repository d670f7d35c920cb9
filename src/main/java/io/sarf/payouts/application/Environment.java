package io.sarf.payouts.application;

import java.util.Locale;

/** The two halves of an application. They share nothing but the team. */
public enum Environment {
    SANDBOX,
    PRODUCTION;

    /** As it stands in a URL. */
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
