package io.sarf.payouts.team;

import static io.sarf.payouts.team.Role.ADMIN;
import static io.sarf.payouts.team.Role.DEVELOPER;
import static io.sarf.payouts.team.Role.FINANCIAL_CONTROLLER;
import static io.sarf.payouts.team.Role.OWNER;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permission table. Endpoints name a permission in {@code RolesAllowed}, never a role; nothing else decides. */
public enum Permission {
    /** Getting started, the team list, leaving: for every member, also one without a role. */
    MEMBER,
    MANAGE_TEAM(OWNER, ADMIN),
    MANAGE_OWNERS(OWNER),
    INTEGRATION(OWNER, ADMIN, DEVELOPER),
    SEE_TEST_USERS(OWNER, ADMIN, DEVELOPER, FINANCIAL_CONTROLLER),
    TEST_USERS(OWNER, ADMIN, DEVELOPER),
    SECRETS(Set.of(OWNER, ADMIN), Set.of(DEVELOPER)),
    PAYOUTS(FINANCIAL_CONTROLLER),
    /** The journal of payouts, destinations and bank connections. */
    ACTIVITY(OWNER, ADMIN, FINANCIAL_CONTROLLER),
    ALL_ACTIVITY(OWNER, ADMIN),
    SETTINGS(OWNER, ADMIN);

    public enum Grant {
        ALWAYS,
        WITH_THE_EXTRA_PERMISSION,
        NEVER
    }

    /** Constants for annotations. */
    public static final class Name {
        public static final String MEMBER = "MEMBER";
        public static final String MANAGE_TEAM = "MANAGE_TEAM";
        public static final String MANAGE_OWNERS = "MANAGE_OWNERS";
        public static final String INTEGRATION = "INTEGRATION";
        public static final String SEE_TEST_USERS = "SEE_TEST_USERS";
        public static final String TEST_USERS = "TEST_USERS";
        public static final String SECRETS = "SECRETS";
        public static final String PAYOUTS = "PAYOUTS";
        public static final String ACTIVITY = "ACTIVITY";
        public static final String ALL_ACTIVITY = "ALL_ACTIVITY";
        public static final String SETTINGS = "SETTINGS";

        /** The realm role of the staff of the product's operator; no member has it. */
        public static final String REPRESENTATIVE = "representative";

        private Name() {}
    }

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Role> roles;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> withExtra;

    Permission(Role... roles) {
        this(Set.of(roles), Set.of());
    }

    Permission(Set<Role> roles, Set<Role> withExtra) {
        this.roles = roles;
        this.withExtra = withExtra;
    }

    /** Each is enough alone; empty when every member has the permission. */
    public Set<Role> roles() {
        return roles;
    }

    /** @param role null for a member without a role */
    public Grant grantedTo(@Nullable Role role) {
        if (roles.isEmpty() || (role != null && roles.contains(role))) {
            return Grant.ALWAYS;
        }
        return role != null && withExtra.contains(role) ? Grant.WITH_THE_EXTRA_PERMISSION : Grant.NEVER;
    }

    public boolean grantedBy(Grants grants) {
        return grantedTo(null) == Grant.ALWAYS
                || grants.roles().stream()
                        .map(this::grantedTo)
                        .anyMatch(grant -> grant == Grant.ALWAYS || (grant != Grant.NEVER && grants.secrets()));
    }

    static Set<Permission> of(Grants grants) {
        var all = EnumSet.allOf(Permission.class);
        all.removeIf(permission -> !permission.grantedBy(grants));
        return all;
    }

    /** Thrown where a page requires more here than elsewhere, such as in production but not in the sandbox. */
    public static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Permission permission;

        public Missing(Permission permission) {
            super("Missing here: " + permission, null, false, false);
            this.permission = permission;
        }

        Permission permission() {
            return permission;
        }
    }
}
