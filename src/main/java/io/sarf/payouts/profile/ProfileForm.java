package io.sarf.payouts.profile;

import io.sarf.payouts.team.Preferences;
import io.sarf.payouts.team.Preferences.Awaiting;
import io.sarf.payouts.team.Preferences.Theme;
import io.sarf.payouts.web.Languages;
import jakarta.ws.rs.FormParam;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** @param language empty to follow the browser */
record ProfileForm(
        @FormParam("language") @Nullable String language,
        @FormParam("zone") @Nullable String zone,
        @FormParam("theme") @Nullable String theme,
        @FormParam("awaiting") @Nullable String awaiting) {
    /** Templates compare these fields, so they are not null. A missing language stays null: empty is a valid choice. */
    ProfileForm {
        theme = Objects.requireNonNullElse(theme, "");
        awaiting = Objects.requireNonNullElse(awaiting, "");
    }

    static ProfileForm of(Preferences chosen) {
        var language = chosen.language();
        return new ProfileForm(
                language == null ? "" : language,
                Zones.known(chosen.zone().getId()).orElse("UTC"),
                chosen.theme().name(),
                chosen.awaiting().name());
    }

    boolean languageKnown() {
        return language != null
                && (language.isEmpty()
                        || Languages.OURS.stream()
                                .anyMatch(ours -> ours.getLanguage().equals(language)));
    }

    Optional<ZoneId> knownZone() {
        return Zones.known(zone).map(ZoneId::of);
    }

    Optional<Theme> knownTheme() {
        return named(Theme.values(), theme);
    }

    Optional<Awaiting> knownAwaiting() {
        return named(Awaiting.values(), awaiting);
    }

    Optional<Preferences> preferences() {
        var chosen = language == null || language.isEmpty() ? null : language;
        return knownZone()
                .flatMap(zone -> knownTheme()
                        .flatMap(theme ->
                                knownAwaiting().map(awaiting -> new Preferences(chosen, zone, theme, awaiting))))
                .filter(all -> languageKnown());
    }

    private static <T extends Enum<T>> Optional<T> named(T[] values, @Nullable String name) {
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst();
    }
}
