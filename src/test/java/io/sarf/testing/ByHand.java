package io.sarf.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.sarf.payouts.authorization.AtOnce;
import io.sarf.payouts.team.KnownCallers;
import java.util.Map;
import java.util.Set;

/**
 * The product with nothing in it that works by itself: no timer runs, time stands until it is moved, and who takes
 * payouts to the bank or events to their receivers is made by the test, once for each node it plays.
 */
public final class ByHand implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.scheduler.enabled",
                "false",
                "quarkus.arc.exclude-types",
                "io.sarf.payouts.dispatch.Dispatcher,io.sarf.payouts.webhook.FanOut");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(StandingTime.class, KnownCallers.class, AtOnce.class);
    }
}
