package io.sarf.payouts.journal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import io.sarf.payouts.platform.Secrets;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** Signs heads with a key that is derived from the installation's key when needed and never stored. */
@Singleton
class SignedHeads {
    private static final int SEED = 32;

    private final Ed25519Sign.KeyPair pair;

    SignedHeads(Secrets secrets) {
        try {
            var seed = Base64.getUrlDecoder().decode(secrets.derived("journal-head/1"));
            if (seed.length != SEED) {
                throw new IllegalStateException("An Ed25519 seed has 32 bytes");
            }
            this.pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    /** The public key, 32 bytes in base64url, to compare with the one in an export. */
    public String key() {
        return text(pair.getPublicKey());
    }

    JournalHead sign(String chain, long to, byte[] digest, String takenAt) {
        var head = new JournalHead(chain, 1, to, to, HexFormat.of().formatHex(digest), takenAt, key(), "");
        try {
            return head.with(text(new Ed25519Sign(pair.getPrivateKey()).sign(head.signed())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    /** Whether the key in the head signed it. The caller decides whether to trust that key. */
    static boolean signed(JournalHead head) {
        try {
            var key = Base64.getUrlDecoder().decode(head.key());
            var signature = Base64.getUrlDecoder().decode(head.signature());
            new Ed25519Verify(key).verify(signature, head.signed());
            // Base64url has several spellings of the same bytes; accept only the canonical one.
            return text(key).equals(head.key()) && text(signature).equals(head.signature());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
