package io.sarf.payouts.client;

import io.sarf.payouts.application.Scope;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that calls, as its token says.
 *
 * @param scope the application, and the environment its secret belongs to
 * @param secret the id of the secret the token was bought with
 * @param scopes what the token allows, from {@link TokenScope}
 * @param customer the one customer the token speaks for; null when it speaks for the whole environment
 */
record Client(
        Scope scope,
        UUID secret,
        Set<String> scopes,
        @Nullable UUID customer) {
    public Client {
        scopes = Set.copyOf(scopes);
    }
}
