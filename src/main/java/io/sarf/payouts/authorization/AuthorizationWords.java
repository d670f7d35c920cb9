package io.sarf.payouts.authorization;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.web.Languages;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AuthorizationWords {
    private final Languages languages;

    AuthorizationWords(Languages languages) {
        this.languages = languages;
    }

    AuthorizationMessages messages() {
        return MessageBundles.get(
                AuthorizationMessages.class,
                Localized.Literal.of(languages.current().getLanguage()));
    }
}
