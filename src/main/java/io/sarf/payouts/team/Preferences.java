package io.sarf.payouts.team;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to have pages and mails, in every application.
 *
 * @param language {@code en} or {@code ar}; null to have it as the browser asks, and mails in English
 * @param zone in which they read times
 * @param awaiting when a mail tells them that payouts await authorization
 */
public record Preferences(@Nullable String language, ZoneId zone, Theme theme, Awaiting awaiting) {
    /** Of somebody who has chosen nothing. */
    public static final Preferences NONE = new Preferences(null, ZoneId.of("UTC"), Theme.AUTO, Awaiting.AT_ONCE);

    /** Light, dark, or as the device is set. */
    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }

    /** When mails about payouts that await authorization are sent. */
    public enum Awaiting {
        AT_ONCE,
        DAILY,
        OFF
    }

    /** The language of mails, which no browser asks for. */
    public String mailLanguage() {
        return language == null ? "en" : language;
    }
}
