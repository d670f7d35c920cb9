package io.sarf.payouts.team;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * @param language {@code en} or {@code ar}; null to follow the browser on pages, and English in mails
 * @param zone of the times on pages and in mails
 * @param awaiting when mails about payouts that await authorization are sent
 */
public record Preferences(@Nullable String language, ZoneId zone, Theme theme, Awaiting awaiting) {
    public static final Preferences NONE = new Preferences(null, ZoneId.of("UTC"), Theme.AUTO, Awaiting.AT_ONCE);

    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }

    public enum Awaiting {
        AT_ONCE,
        DAILY,
        OFF
    }

    public String mailLanguage() {
        return language == null ? "en" : language;
    }
}
