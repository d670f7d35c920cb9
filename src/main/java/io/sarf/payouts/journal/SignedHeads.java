package io.sarf.payouts.journal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import io.sarf.payouts.platform.Secrets;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** Signs heads, with a key that is made from the installation's own whenever it is needed and stored nowhere. */
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

    /** The key that signs, 32 bytes in base64url: to be compared with the one an export names. */
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

    /** Whether the key the head names has signed it; whose key that is, is another question. */
    static boolean signed(JournalHead head) {
        try {
            var key = Base64.getUrlDecoder().decode(head.key());
            var signature = Base64.getUrlDecoder().decode(head.signature());
            new Ed25519Verify(key).verify(signature, head.signed());
            // Each has one way to be written: what is not to the letter what was signed does not pass.
            return text(key).equals(head.key()) && text(signature).equals(head.signature());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
