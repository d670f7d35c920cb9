package io.sarf.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The product {@link ByHand}, as one of two nodes, each of which gives an application three calls a minute. */
public final class FewCalls implements QuarkusTestProfile {
    private final ByHand byHand = new ByHand();

    @Override
    public Map<String, String> getConfigOverrides() {
        var overrides = new HashMap<>(byHand.getConfigOverrides());
        overrides.put("sarf.api.calls-per-minute", "6");
        overrides.put("sarf.api.nodes", "2");
        return overrides;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return byHand.getEnabledAlternatives();
    }
}
