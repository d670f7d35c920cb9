package io.sarf.payouts.notice;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.platform.Letter;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the mails. In English: whose language is another one is not known before they can say so. */
@Singleton
class NoticeLetter {
    private static final String LANGUAGE = "en";

    private final Applications applications;
    private final Banks banks;
    private final String publicUrl;

    NoticeLetter(Applications applications, Banks banks, @ConfigProperty(name = "sarf.public-url") String publicUrl) {
        this.applications = applications;
        this.banks = banks;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    Letter write(Scope scope, Told told, String to) {
        var words = MessageBundles.get(NoticeMessages.class, Localized.Literal.of(LANGUAGE));
        var bank = banks.name(told.bank(), LANGUAGE);
        var company = applications.require(scope.application()).name();
        var place = scope.sandbox() ? words.sandbox(company) : company;
        var base = publicUrl + scope.path();
        return switch (told.notice()) {
            case CREDENTIALS_EXPIRED ->
                new Letter(
                        to,
                        LANGUAGE,
                        words.expiredSubject(bank, company),
                        List.of(
                                words.expired(bank, told.detail("bank_user"), place),
                                words.expiredMeans(),
                                words.expiredWho(told.detail("connected_by"))),
                        words.reconnect(),
                        base + "/connections/" + told.subject().id() + "/renewal",
                        words.expiredNote());
            case PERSON_WANTED ->
                new Letter(
                        to,
                        LANGUAGE,
                        words.wantedSubject(bank, company),
                        List.of(words.wanted(bank, place), words.wantedMeans()),
                        words.seePayouts(),
                        base + "/payouts?status=AWAITING_AUTHORIZATION",
                        words.wantedNote(bank));
            case AUTHORIZER_CHANGED -> changed(words, told, to, bank, company, place, base);
        };
    }

    private static Letter changed(
            NoticeMessages words, Told told, String to, String bank, String company, String place, String base) {
        var now = told.detail("connected_by");
        var before = told.detail("connected_by_before");
        return new Letter(
                to,
                LANGUAGE,
                words.changedSubject(bank, company),
                List.of(
                        words.changed(before, now, bank, place),
                        words.changedNow(now, told.detail("bank_user")),
                        words.changedBefore(before, told.detail("bank_user_before")),
                        words.reason(told.detail("reason"))),
                words.seeConnections(),
                base + "/connections",
                words.changedNote());
    }
}
