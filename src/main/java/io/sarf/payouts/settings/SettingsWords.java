package io.sarf.payouts.settings;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;

final class SettingsWords {
    private SettingsWords() {}

    static SettingsMessages in(String language) {
        return MessageBundles.get(SettingsMessages.class, Localized.Literal.of(language));
    }

    /** In the largest unit that gives a whole number. */
    static String of(Duration time, SettingsMessages words) {
        if (time.equals(Duration.ofDays(time.toDays()))) {
            return words.days(time.toDays());
        }
        return time.equals(Duration.ofMinutes(time.toMinutes()))
                ? words.minutes(time.toMinutes())
                : words.seconds(time.toSeconds());
    }
}
