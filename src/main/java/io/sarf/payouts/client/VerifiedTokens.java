package io.sarf.payouts.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was found good, since a program shows the same one with every call. Kept is only what can never
 * change: who a token speaks for, its key, and when it is good. Whether it is good now, whether its key still verifies
 * and whether its secret lives is asked each time.
 */
final class VerifiedTokens {
    private static final int MOST = 1_000;

    /** @param expires from then on it is no longer good */
    record Good(Client client, String kid, RSAPublicKey key, Instant notBefore, Instant expires) {
        boolean at(Instant now, long skewSeconds) {
            return !now.plusSeconds(skewSeconds).isBefore(notBefore)
                    && now.minusSeconds(skewSeconds).isBefore(expires);
        }
    }

    private final Cache<String, Good> shown =
            Caffeine.newBuilder().maximumSize(MOST).build();

    @Nullable
    Good find(String token) {
        return shown.getIfPresent(token);
    }

    void put(String token, Good good) {
        shown.put(token, good);
    }
}
