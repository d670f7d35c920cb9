package io.sarf.payouts.client;

import io.sarf.payouts.application.Scope;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param scopes of the token, from {@link TokenScope}
 * @param customer the only customer the token may act for; null for the whole environment
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
