package io.sarf.payouts.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts secrets of others with AES-256-GCM, by the key whose id is stored with them, so that keys can be rotated.
 */
@Singleton
public class Vault {
    /** @param key id of the key that decrypts the text */
    public record Sealed(String key, byte[] text) {}

    private final Map<String, Aead> keys = new LinkedHashMap<>();
    private final String current;

    /** @param keys {@code id:base64} of 32 bytes each, comma separated; the first one encrypts, all of them decrypt */
    Vault(@ConfigProperty(name = "sarf.keys.encryption") String keys) {
        for (var entry : keys.split(",", -1)) {
            var colon = entry.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("sarf.keys.encryption is a list of id:base64");
            }
            this.keys.put(entry.substring(0, colon).strip(), aead(entry.substring(colon + 1)));
        }
        this.current = this.keys.keySet().iterator().next();
    }

    /** @param place application, environment, owner and field: a cipher text decrypts only in its place */
    public Sealed seal(String plain, String place) {
        try {
            return new Sealed(
                    current,
                    key(current)
                            .encrypt(plain.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal for " + place, e);
        }
    }

    public String open(Sealed sealed, String place) {
        try {
            return new String(
                    key(sealed.key()).decrypt(sealed.text(), place.getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not open what was sealed for " + place, e);
        }
    }

    private Aead key(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("No encryption key with id " + id + " is configured");
        }
        return key;
    }

    private static Aead aead(String base64) {
        try {
            return new AesGcmJce(Base64.getDecoder().decode(base64.strip()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("An encryption key must be 32 bytes in base64", e);
        }
    }
}
