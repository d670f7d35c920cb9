package io.sarf.payouts.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it. The name is kept as it was then.
 *
 * @param address the IP address it was done from, at most 45 characters; null where it is not known, or nobody called
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

    /** The same from an address. What a proxy made up is cut to what is kept: it must not keep the entry out. */
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
