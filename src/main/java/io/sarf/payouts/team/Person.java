package io.sarf.payouts.team;

import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.web.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param authenticatedAt when the identity provider last saw the person prove it; null if it does not say
 * @param address where the request comes from; null outside of one
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
    /** Somebody who has chosen nothing yet. */
    public Person(UUID id, String email, boolean emailVerified, String name, @Nullable Instant authenticatedAt) {
        this(id, email, emailVerified, name, authenticatedAt, Preferences.NONE, null);
    }

    public Actor actor() {
        return Actor.person(id, name).from(address);
    }

    /** In the console of those who run the product. */
    public Actor representative() {
        return Actor.representative(id, name).from(address);
    }

    /** The same person, on a request from an address. */
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
