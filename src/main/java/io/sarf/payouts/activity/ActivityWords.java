package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReasonWords;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.ActorWords;
import io.sarf.payouts.team.PermissionWords;
import io.sarf.payouts.web.Moment;
import java.time.Instant;
import java.util.Arrays;

final class ActivityWords {
    private final String language;
    private final Banks banks;
    private final ActivityMessages words;
    private final SubjectMessages subjects;
    private final EntryWords entries;

    private ActivityWords(
            String language, Banks banks, ActivityMessages words, SubjectMessages subjects, EntryWords entries) {
        this.language = language;
        this.banks = banks;
        this.words = words;
        this.subjects = subjects;
        this.entries = entries;
    }

    static ActivityWords in(String language, Banks banks) {
        var locale = Localized.Literal.of(language);
        return new ActivityWords(
                language,
                banks,
                MessageBundles.get(ActivityMessages.class, locale),
                MessageBundles.get(SubjectMessages.class, locale),
                new EntryWords(
                        MessageBundles.get(EntryMessages.class, locale),
                        MessageBundles.get(DetailMessages.class, locale)));
    }

    String what(String type) {
        return entries.what(type);
    }

    ActivityMessages page() {
        return words;
    }

    String kind(String subject) {
        return SubjectKind.of(subject).map(known -> known.in(subjects)).orElse(subject.replace('_', ' '));
    }

    String actorKind(Actor.Kind kind) {
        return switch (kind) {
            case PERSON -> words.onePerson();
            case API_CLIENT -> words.apiClient();
            case BANK -> words.bank();
            case REPRESENTATIVE -> words.representative();
            case SYSTEM -> words.system();
        };
    }

    String label(String detail) {
        return entries.label(detail);
    }

    String who(Actor actor) {
        return ActorWords.in(language).who(actor, this::bank);
    }

    String bank(String identifier) {
        return banks.name(identifier, language);
    }

    String role(String name) {
        return PermissionWords.in(language).named(name);
    }

    String time(String iso) {
        return Moment.of(Instant.parse(iso), language).shown();
    }

    /** Localizes a bank's reason code; a reason typed by a person is returned unchanged. */
    String reason(String given) {
        return Arrays.stream(ReasonCode.values())
                .filter(code -> code.name().equals(given))
                .findFirst()
                .map(ReasonWords.in(language)::of)
                .orElseGet(() -> entries.value(given));
    }

    String value(String constant) {
        return entries.value(constant);
    }

    String yesOrNo(boolean yes) {
        return yes ? words.yes() : words.no();
    }
}
