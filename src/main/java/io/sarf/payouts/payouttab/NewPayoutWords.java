package io.sarf.payouts.payouttab;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

final class NewPayoutWords {
    private NewPayoutWords() {}

    static NewPayoutMessages in(String language) {
        return MessageBundles.get(NewPayoutMessages.class, Localized.Literal.of(language));
    }
}
