package io.sarf.payouts.access;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** With a new version every person has to accept again. */
@Singleton
class Terms {
    private static final String VERSION = "2026-11-22";

    private final String text;

    Terms() {
        try (var file = Terms.class.getResourceAsStream("/terms/payouts-" + VERSION + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("The payouts terms " + VERSION + " are missing");
            }
            this.text = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return VERSION;
    }

    String text() {
        return text;
    }
}
