package io.sarf.payouts.team;

/** What a member is in an application. A member may be several things, or nothing in particular. */
public enum Role {
    OWNER,
    ADMIN,
    DEVELOPER,
    FINANCIAL_CONTROLLER
}
