package io.sarf.payouts.team;

/** Where somebody reads their mail, and how they want it. */
public record Recipient(String email, Preferences preferences) {}
