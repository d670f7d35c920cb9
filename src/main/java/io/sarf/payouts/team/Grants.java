package io.sarf.payouts.team;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is in an application: their roles, and the extra permission <em>secrets</em>, which stands beside the role of
 * a Developer and means nothing without it.
 */
public record Grants(Set<Role> roles, boolean secrets) {
    /** What the extra permission is called where roles are given by their names. */
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

    /** From what {@link #names()} gives; what is neither a role nor the extra permission is left out. */
    public static Grants named(Collection<String> names) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new Grants(roles, names.contains(SECRETS));
    }

    /** In the order of the table, the extra permission last. */
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
