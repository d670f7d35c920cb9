package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.journal.Actor;

/** Types, details and actors in the language of a page. */
final class ActivityWords {
    private final ActivityMessages words;
    private final EntryWords entries;

    private ActivityWords(ActivityMessages words, EntryWords entries) {
        this.words = words;
        this.entries = entries;
    }

    static ActivityWords in(String language) {
        var locale = Localized.Literal.of(language);
        return new ActivityWords(
                MessageBundles.get(ActivityMessages.class, locale),
                new EntryWords(
                        MessageBundles.get(EntryMessages.class, locale),
                        MessageBundles.get(DetailMessages.class, locale)));
    }

    String what(String type) {
        return entries.what(type);
    }

    String label(String detail) {
        return entries.label(detail);
    }

    String who(Actor actor) {
        return switch (actor.kind()) {
            case PERSON -> actor.name();
            case API_CLIENT -> words.apiClient();
            case REPRESENTATIVE -> words.representative(actor.name());
            case BANK -> words.bank(actor.name());
            case SYSTEM -> words.system();
        };
    }

    String yesOrNo(boolean yes) {
        return yes ? words.yes() : words.no();
    }
}
