package io.sarf.payouts.review;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

final class ReviewWords {
    private ReviewWords() {}

    static ReviewMessages in(String language) {
        return MessageBundles.get(ReviewMessages.class, Localized.Literal.of(language));
    }
}
