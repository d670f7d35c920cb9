package io.sarf.payouts.team;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles, and the extra permission <em>secrets</em>, which only has an effect with the role Developer. */
public record Grants(Set<Role> roles, boolean secrets) {
    /** Name of the extra permission where roles are given by name. */
    public static final String SECRETS = "SECRETS";

    public Grants {
        var copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        roles = Collections.unmodifiableSet(copy);
        secrets = secrets && copy.contains(Role.DEVELOPER);
    }

    public static Grants of(Role... roles) {
        return new Grants(Set.of(roles), false);
    }

    /** Ignores unknown names. */
    public static Grants named(Collection<String> names) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new Grants(roles, names.contains(SECRETS));
    }

    /** Names in the order of {@link Role}, the extra permission last. */
    public List<String> names() {
        return Stream.concat(roles.stream().map(Role::name), secrets ? Stream.of(SECRETS) : Stream.empty())
                .toList();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    Grants with(Role role) {
        return new Grants(Stream.concat(roles.stream(), Stream.of(role)).collect(Collectors.toSet()), secrets);
    }

    Grants without(Role role) {
        return new Grants(roles.stream().filter(held -> held != role).collect(Collectors.toSet()), secrets);
    }
}
