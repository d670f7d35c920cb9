package io.sarf.payouts.team;

import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.web.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param authenticatedAt when the person last authenticated; null if the identity provider does not report it
 * @param address IP address of the request; null outside a request
 */
public record Person(
        UUID id,
        String email,
        boolean emailVerified,
        String name,
        @Nullable Instant authenticatedAt,
        Preferences preferences,
        @Nullable String address)
        implements Reader {
    public Person(UUID id, String email, boolean emailVerified, String name, @Nullable Instant authenticatedAt) {
        this(id, email, emailVerified, name, authenticatedAt, Preferences.NONE, null);
    }

    public Actor actor() {
        return Actor.person(id, name).from(address);
    }

    public Actor representative() {
        return Actor.representative(id, name).from(address);
    }

    Person from(String address) {
        return new Person(id, email, emailVerified, name, authenticatedAt, preferences, address);
    }

    @Override
    public @Nullable String language() {
        return preferences.language();
    }

    @Override
    public ZoneId zone() {
        return preferences.zone();
    }
}
