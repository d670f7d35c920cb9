package io.sarf.payouts.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the canonical form of an entry: the previous digest (32 bytes), the sequence (8 bytes, big endian), then
 * each field in column order as its length in bytes (4 bytes, big endian; -1 for null) and its UTF-8 text. Times are
 * ISO-8601 in UTC, ids in lower case. The address comes last and is omitted if absent; the number of fields keeps both
 * forms distinct.
 */
final class Digest {
    static final byte[] GENESIS = new byte[32];

    private Digest() {}

    static byte[] of(byte[] before, long sequence, JournalEntry entry) {
        return of(before, sequence, entry.columns().values());
    }

    static byte[] of(byte[] before, long sequence, Collection<@Nullable String> fields) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.write(before);
            out.writeLong(sequence);
            for (var field : fields) {
                field(out, field);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static void field(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        var text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
