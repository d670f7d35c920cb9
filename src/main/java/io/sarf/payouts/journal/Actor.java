package io.sarf.payouts.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param name as of the time of the change
 * @param address IP address, at most 45 characters; null if unknown or if no call was involved
 */
public record Actor(
        Kind kind, String id, String name, @Nullable String address) {
    private static final int LONGEST_ADDRESS = 45;

    public enum Kind {
        PERSON,
        API_CLIENT,
        REPRESENTATIVE,
        BANK,
        SYSTEM
    }

    public Actor(Kind kind, String id, String name) {
        this(kind, id, name, null);
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", "Sarf");

    /** Cuts an invalid address from a proxy to the column's length, so that the entry can still be written. */
    public Actor from(@Nullable String address) {
        var plain = address == null ? "" : address.strip().replaceFirst("%.*", "");
        return new Actor(
                kind, id, name, plain.isEmpty() ? null : plain.substring(0, Math.min(LONGEST_ADDRESS, plain.length())));
    }

    public static Actor person(UUID id, String name) {
        return new Actor(Kind.PERSON, id.toString(), name);
    }

    public static Actor representative(UUID id, String name) {
        return new Actor(Kind.REPRESENTATIVE, id.toString(), name);
    }

    public static Actor client(UUID secret) {
        return new Actor(Kind.API_CLIENT, secret.toString(), "API");
    }

    public static Actor bank(String identifier) {
        return new Actor(Kind.BANK, identifier, identifier);
    }
}
