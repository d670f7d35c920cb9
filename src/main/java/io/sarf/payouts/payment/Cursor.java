package io.sarf.payouts.payment;

import io.sarf.payouts.payout.Payout;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** A position in the list, newest first. New payouts come before it, so paging neither skips nor repeats one. */
record Cursor(Instant at, UUID id) {
    private static final int BYTES = 24;

    static Cursor behind(Payout payout) {
        return new Cursor(payout.createdAt(), payout.id().value());
    }

    /** @throws IllegalArgumentException if the text is not a cursor of this API */
    static Cursor of(String cursor) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        if (bytes.remaining() != BYTES) {
            throw new IllegalArgumentException("Not a cursor");
        }
        var micros = bytes.getLong();
        return new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(bytes.getLong(), bytes.getLong()));
    }

    String cursor() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
