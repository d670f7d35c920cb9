package io.sarf.payouts.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Refuses invalid Unicode: it would be stored as something else, and different values could become equal. */
public final class WireText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private WireText() {}

    /** Without a byte order mark; empty if it is not well-formed UTF-8. */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    public static boolean wellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** Decodes percent-encoded UTF-8, with {@code +} for a blank. */
    public static Optional<String> formValue(byte[] encoded) {
        return percentDecoded(encoded, true);
    }

    /** Whether a path or query is ASCII, with well-formed UTF-8 in its percent-encoded parts. */
    public static boolean percentEncoded(String text) {
        return text.chars().allMatch(character -> character < 0x80)
                && percentDecoded(text.getBytes(StandardCharsets.US_ASCII), false)
                        .isPresent();
    }

    private static Optional<String> percentDecoded(byte[] encoded, boolean plusIsBlank) {
        var decoded = new ByteArrayOutputStream(encoded.length);
        for (var i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                var high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
                var low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
                if (low < 0) {
                    return Optional.empty();
                }
                decoded.write(high << 4 | low);
                i += 2;
            } else {
                decoded.write(plusIsBlank && encoded[i] == '+' ? ' ' : encoded[i]);
            }
        }
        return utf8(decoded.toByteArray());
    }
}
