package io.sarf.payouts.team;

import io.sarf.payouts.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param authenticatedAt when the identity provider last saw the person prove it; null if it does not say
 */
public record Person(
        UUID id,
        String email,
        boolean emailVerified,
        String name,
        @Nullable Instant authenticatedAt) {
    public Actor actor() {
        return Actor.person(id, name);
    }
}
