package io.sarf.payouts.team;

import static io.sarf.payouts.team.Role.ADMIN;
import static io.sarf.payouts.team.Role.DEVELOPER;
import static io.sarf.payouts.team.Role.FINANCIAL_CONTROLLER;
import static io.sarf.payouts.team.Role.OWNER;

import java.util.EnumSet;
import java.util.Set;

/**
 * The permission table: what a member with one of the roles may do. Endpoints name a permission in {@code
 * RolesAllowed}, never a role; nothing else decides.
 */
public enum Permission {
    /** Getting started, the team list, one's own profile: every member, also one without a role. */
    MEMBER,
    MANAGE_TEAM(OWNER, ADMIN),
    INTEGRATION(OWNER, ADMIN, DEVELOPER),
    SEE_TEST_USERS(OWNER, ADMIN, DEVELOPER, FINANCIAL_CONTROLLER),
    TEST_USERS(OWNER, ADMIN, DEVELOPER),
    SECRETS(OWNER, ADMIN),
    PAYOUTS(FINANCIAL_CONTROLLER),
    ACTIVITY(OWNER, ADMIN, FINANCIAL_CONTROLLER);

    /** The names for annotations, which take constants only. */
    public static final class Name {
        public static final String MEMBER = "MEMBER";
        public static final String MANAGE_TEAM = "MANAGE_TEAM";
        public static final String INTEGRATION = "INTEGRATION";
        public static final String SEE_TEST_USERS = "SEE_TEST_USERS";
        public static final String TEST_USERS = "TEST_USERS";
        public static final String SECRETS = "SECRETS";
        public static final String PAYOUTS = "PAYOUTS";
        public static final String ACTIVITY = "ACTIVITY";

        /** Not a permission of a member: the realm role of whoever runs the product. */
        public static final String REPRESENTATIVE = "representative";

        private Name() {}
    }

    @SuppressWarnings("ImmutableEnumChecker") // what Set.of makes cannot change
    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that have it, each alone enough; empty when every member has it. */
    public Set<Role> roles() {
        return roles;
    }

    boolean heldBy(Set<Role> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    static Set<Permission> of(Set<Role> held) {
        var all = EnumSet.allOf(Permission.class);
        all.removeIf(permission -> !permission.heldBy(held));
        return all;
    }
}
