package io.sarf.payouts;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Code that compiles and breaks a rule.
 *
 * @param floors the plan it is held against
 * @param sources files of packages of the product
 * @param says what the rule has to say of it
 */
record WrongHouse(Map<String, Set<String>> floors, List<String> sources, List<String> says) {
    static WrongHouse code(String... sources) {
        return new WrongHouse(ArchitectureTest.FLOORS, List.of(sources), List.of());
    }

    /** A plan with an arrow that rises. */
    static WrongHouse climbing() {
        Map<String, Set<String>> floors = new LinkedHashMap<>(ArchitectureTest.FLOORS);
        floors.put("destination", Set.of("payout"));
        return new WrongHouse(floors, List.of(), List.of());
    }

    WrongHouse andSays(String... said) {
        return new WrongHouse(floors, sources, List.of(said));
    }

    /** Compiled in a folder of its own. */
    House built(Path folder) {
        var code = new Compiled(folder);
        sources.forEach(code::write);
        return new House(code.compiled(), code.sources(), floors, ArchitectureTest.HOUSE.kept());
    }
}
