package io.sarf.payouts.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Lean's own signature header, and those of the Standard Webhooks specification. */
final class Signing {
    private static final String PREFIX = "whsec_";

    /** @param previous null unless the overlap of a rotation lasts */
    record Keys(String current, @Nullable String previous) {}

    private Signing() {}

    static String secret(byte[] random) {
        return PREFIX + Base64.getEncoder().encodeToString(random);
    }

    static Map<String, String> headers(Keys keys, UUID event, Instant at, byte[] body) {
        var previous = keys.previous();
        var id = event.toString();
        var timestamp = at.getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Sarf-Webhooks/1");
        // This header has one value, so the previous secret signs until the receiver has changed over.
        headers.put("lean-signature", lean(previous == null ? keys.current() : previous, body));
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        var signature = standard(keys.current(), id, timestamp, body);
        headers.put(
                "webhook-signature",
                previous == null ? signature : signature + " " + standard(previous, id, timestamp, body));
        return headers;
    }

    /** The key is the UTF-8 text of the shown secret, including the prefix. */
    static String lean(String secret, byte[] body) {
        var mac = mac("HmacSHA512", secret.getBytes(StandardCharsets.UTF_8));
        return "sha512=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    /** The key is the base64-decoded text after the prefix. */
    static String standard(String secret, String id, long timestamp, byte[] body) {
        var mac = mac("HmacSHA256", Base64.getDecoder().decode(secret.substring(PREFIX.length())));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static Mac mac(String algorithm, byte[] key) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }
}
