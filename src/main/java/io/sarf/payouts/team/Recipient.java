package io.sarf.payouts.team;

public record Recipient(String email, Preferences preferences) {}
