package io.sarf.payouts.client;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Map<String, Good> lastShown = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Good> eldest) {
            return size() > MOST;
        }
    };

    synchronized @Nullable Good find(String token) {
        return lastShown.get(token);
    }

    synchronized void put(String token, Good good) {
        lastShown.put(token, good);
    }
}
