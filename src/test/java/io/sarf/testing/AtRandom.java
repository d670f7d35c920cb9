package io.sarf.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.sarf.payouts.platform.SeededIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * {@link ByHand}, with nothing left to chance but what a seed says. Quarkus takes profiles in the order of their names, and
 * this one stands first: so its many runs have a young process and tables without the other tests' rows.
 */
public final class AtRandom implements QuarkusTestProfile {
    private final ByHand byHand = new ByHand();

    @Override
    public Map<String, String> getConfigOverrides() {
        var all = new HashMap<>(byHand.getConfigOverrides());
        all.put("sarf.nudges", "false");
        // The dead give nothing back; their connections are cut at the other end.
        all.put("quarkus.datasource.jdbc.max-size", "5000");
        // Who is dead does not end the transaction they were in; nothing else is to end it for them.
        all.put("quarkus.transaction-manager.default-transaction-timeout", "24h");
        all.put("quarkus.log.category.\"com.arjuna\".level", "ERROR");
        return all;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        var all = new HashSet<>(byHand.getEnabledAlternatives());
        all.add(SeededIds.class);
        return all;
    }
}
