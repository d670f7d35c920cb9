package io.sarf.payouts.client;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Oldest first. A key is published, then signs, then only verifies while its last tokens are valid, then retires. */
record KeyRing(List<Key> keys) {
    record Key(
            String kid,
            RSAPublicKey publicKey,
            PrivateKey privateKey,
            Instant publishedAt,
            Instant activeFrom,
            @Nullable Instant retiredAt) {

        private boolean retired(Instant now) {
            return retiredAt != null && !now.isBefore(retiredAt);
        }
    }

    KeyRing {
        keys = List.copyOf(keys);
    }

    @Nullable
    Key signing(Instant now) {
        Key newest = null;
        for (var key : keys) {
            if (!key.retired(now) && !now.isBefore(key.activeFrom())) {
                newest = key;
            }
        }
        return newest;
    }

    @Nullable
    RSAPublicKey verifying(@Nullable String kid, Instant now) {
        return published(now).stream()
                .filter(key -> key.kid().equals(kid))
                .map(Key::publicKey)
                .findFirst()
                .orElse(null);
    }

    List<Key> published(Instant now) {
        return keys.stream().filter(key -> !key.retired(now)).toList();
    }
}
