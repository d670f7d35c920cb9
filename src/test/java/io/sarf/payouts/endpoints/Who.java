package io.sarf.payouts.endpoints;

import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Role;
import java.util.Set;

/** Whom a page lets in; the roles are written here from the product's table, not taken from the code. */
enum Who {
    /** Without signing in. */
    ANYBODY,
    /** Whoever signed in, also without an application. */
    PERSON,
    /** Every member, also one without a role. */
    MEMBER,
    TEAM_MANAGER(Role.OWNER, Role.ADMIN),
    OWNER(Role.OWNER),
    /** And a Developer with the extra permission. */
    SECRET_HOLDER(Role.OWNER, Role.ADMIN),
    INTEGRATOR(Role.OWNER, Role.ADMIN, Role.DEVELOPER),
    TEST_USER_READER(Role.OWNER, Role.ADMIN, Role.DEVELOPER, Role.FINANCIAL_CONTROLLER),
    ACTIVITY_READER(Role.OWNER, Role.ADMIN, Role.FINANCIAL_CONTROLLER),
    JOURNAL_READER(Role.OWNER, Role.ADMIN),
    FINANCIAL_CONTROLLER(Role.FINANCIAL_CONTROLLER),
    /** Staff of the company that runs the product. */
    REPRESENTATIVE,
    /** A program, with a token. */
    PROGRAM;

    private final Set<Role> roles;

    Who(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** @param held what a member of the application is; may be nothing */
    boolean letsIn(Grants held) {
        return switch (this) {
            case ANYBODY, PERSON, MEMBER -> true;
            case REPRESENTATIVE, PROGRAM -> false;
            case SECRET_HOLDER -> held.secrets() || held.roles().stream().anyMatch(roles::contains);
            default -> held.roles().stream().anyMatch(roles::contains);
        };
    }
}
