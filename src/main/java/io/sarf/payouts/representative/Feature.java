package io.sarf.payouts.representative;

import io.sarf.payouts.application.ApplicationEnvironment;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the representative switches on and off in an environment. */
enum Feature {
    PAYOUTS(
            "payouts",
            ApplicationEnvironment::payoutsEnabled,
            ApplicationEnvironment::enablePayouts,
            ApplicationEnvironment::disablePayouts),
    ON_DEMAND(
            "on-demand",
            ApplicationEnvironment::onDemandEnabled,
            ApplicationEnvironment::enableOnDemand,
            ApplicationEnvironment::disableOnDemand);

    private final String path;
    private final Predicate<ApplicationEnvironment> enabled;
    private final BiConsumer<ApplicationEnvironment, Instant> enable;
    private final Consumer<ApplicationEnvironment> disable;

    Feature(
            String path,
            Predicate<ApplicationEnvironment> enabled,
            BiConsumer<ApplicationEnvironment, Instant> enable,
            Consumer<ApplicationEnvironment> disable) {
        this.path = path;
        this.enabled = enabled;
        this.enable = enable;
        this.disable = disable;
    }

    /** How addresses name it. */
    String path() {
        return path;
    }

    /** How the journal names it: {@code payouts.enabled}. */
    String journalled(boolean on) {
        return path.replace('-', '_') + (on ? ".enabled" : ".disabled");
    }

    boolean enabled(ApplicationEnvironment environment) {
        return enabled.test(environment);
    }

    void set(ApplicationEnvironment environment, boolean on, Instant at) {
        if (on) {
            enable.accept(environment, at);
        } else {
            disable.accept(environment);
        }
    }
}
