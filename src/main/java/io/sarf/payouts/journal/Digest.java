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
 * The digest of an entry in its place: SHA-256 over the canonical form, which is the digest before it (32 bytes), the
 * sequence (8 bytes, big endian) and then each field in the order of the table's columns, as its length in bytes (4
 * bytes, big endian; -1 for null) and its UTF-8 text. Times are ISO-8601 in UTC, ids in lower case. The last field, the
 * address, is left out where there is none; so an entry with it has one field more, and none can be read as the other.
 */
final class Digest {
    /** What stands before the first entry of a chain. */
    static final byte[] GENESIS = new byte[32];

    private Digest() {}

    static byte[] of(byte[] before, long sequence, JournalEntry entry) {
        return of(before, sequence, entry.columns().values());
    }

    /** @param fields of the entry, in the order of the table's columns, as their text */
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
