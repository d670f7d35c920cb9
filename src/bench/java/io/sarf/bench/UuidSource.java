package io.sarf.bench;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids ordered by their time, as the product's are; one source for each thread. */
final class UuidSource {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    private final SplittableRandom random;

    UuidSource(SplittableRandom random) {
        this.random = random;
    }

    UUID next() {
        var time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(time, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    String text(int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
