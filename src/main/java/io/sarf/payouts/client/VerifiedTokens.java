package io.sarf.payouts.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Caches verified signatures. Stores only what never changes; each call still checks time, key and secret. */
final class VerifiedTokens {
    private static final int MOST = 1_000;

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
