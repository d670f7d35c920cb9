package io.sarf.payouts.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The signed end of a chain. It shows that no entry is missing at the end.
 *
 * @param digest of the last entry, in hexadecimal; 32 zero bytes in an empty chain
 * @param takenAt ISO-8601 in UTC
 * @param key the public key, 32 bytes in base64url
 * @param signature of {@link #signed()}, Ed25519, 64 bytes in base64url
 */
record JournalHead(
        String chain,
        long from,
        long to,
        long count,
        String digest,
        @JsonProperty("taken_at") String takenAt,
        String key,
        String signature) {
    byte[] signed() {
        return String.join(
                        "\n",
                        List.of(
                                "sarf journal head 1",
                                chain,
                                Long.toString(from),
                                Long.toString(to),
                                Long.toString(count),
                                digest,
                                takenAt,
                                key))
                .getBytes(StandardCharsets.UTF_8);
    }

    JournalHead with(String signature) {
        return new JournalHead(chain, from, to, count, digest, takenAt, key, signature);
    }
}
