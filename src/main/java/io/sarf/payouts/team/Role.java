package io.sarf.payouts.team;

public enum Role {
    OWNER,
    ADMIN,
    DEVELOPER,
    FINANCIAL_CONTROLLER;

    /** Whether granting it requires a fresh sign-in: the role moves money, or grants roles that do. */
    boolean sensitive() {
        return this != DEVELOPER;
    }
}
