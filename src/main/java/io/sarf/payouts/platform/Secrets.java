package io.sarf.payouts.platform;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Our own secrets are stored as a keyed hash: the database without the key allows neither to use nor to test one. */
@Singleton
public class Secrets {
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Secrets(@ConfigProperty(name = "sarf.keys.hashing") String key) {
        var bytes = Base64.getDecoder().decode(key);
        if (bytes.length < 32) {
            throw new IllegalArgumentException("sarf.keys.hashing must be at least 32 bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public byte[] random() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 256 random bits as 43 URL-safe characters. */
    public String token() {
        return text(random());
    }

    /** The keyed hash to store and look up: HMAC-SHA256, 32 bytes. */
    public byte[] hash(String secret) {
        return mac("stored\0" + secret);
    }

    /** @param purpose globally unique, for example an invitation's id and the number of its issue */
    public String derived(String purpose) {
        return text(mac("derived\0" + purpose));
    }

    private byte[] mac(String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
