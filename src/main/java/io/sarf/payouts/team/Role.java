package io.sarf.payouts.team;

/** What a member is in an application. A member may be several things, or nothing in particular. */
public enum Role {
    OWNER,
    ADMIN,
    DEVELOPER,
    FINANCIAL_CONTROLLER;

    /** Whether giving it asks for a fresh sign-in: it decides about money, or about who does. */
    boolean sensitive() {
        return this != DEVELOPER;
    }
}
