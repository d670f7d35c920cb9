package io.sarf.payouts.journal;

import java.util.UUID;

/** Who did it. The name is kept as it was then. */
public record Actor(Kind kind, String id, String name) {
    public enum Kind {
        PERSON,
        API_CLIENT,
        REPRESENTATIVE,
        BANK,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", "Sarf");

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
