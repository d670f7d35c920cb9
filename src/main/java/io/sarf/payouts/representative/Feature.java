package io.sarf.payouts.representative;

import io.sarf.payouts.application.ApplicationEnvironment;
import java.time.Instant;
import java.util.Arrays;

enum Feature {
    PAYOUTS("payouts"),
    BANK_PORTAL("bank-portal"),
    ON_DEMAND("on-demand");

    private final String path;

    Feature(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    public static Feature fromString(String path) {
        return Arrays.stream(values())
                .filter(feature -> feature.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such feature"));
    }

    /** For example {@code payouts.enabled}. */
    String journalled(boolean on) {
        return path.replace('-', '_') + (on ? ".enabled" : ".disabled");
    }

    boolean enabled(ApplicationEnvironment environment) {
        return switch (this) {
            case PAYOUTS -> environment.payoutsEnabled();
            case BANK_PORTAL -> environment.bankPortalEnabled();
            case ON_DEMAND -> environment.onDemandEnabled();
        };
    }

    void enable(ApplicationEnvironment environment, Instant at) {
        switch (this) {
            case PAYOUTS -> environment.enablePayouts(at);
            case BANK_PORTAL -> environment.enableBankPortal(at);
            case ON_DEMAND -> environment.enableOnDemand(at);
        }
    }

    void disable(ApplicationEnvironment environment) {
        switch (this) {
            case PAYOUTS -> environment.disablePayouts();
            case BANK_PORTAL -> environment.disableBankPortal();
            case ON_DEMAND -> environment.disableOnDemand();
        }
    }
}
