package io.sarf.payouts.notice;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.platform.PublicUrl;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class NoticeMailText {
    private final Applications applications;
    private final Banks banks;
    private final PublicUrl publicUrl;

    NoticeMailText(Applications applications, Banks banks, PublicUrl publicUrl) {
        this.applications = applications;
        this.banks = banks;
        this.publicUrl = publicUrl;
    }

    MailText write(NoticeMail mail, NoticeEntry entry) {
        var scope = mail.scope();
        var language = mail.language();
        var words = MessageBundles.get(NoticeMessages.class, Localized.Literal.of(language));
        var bank = banks.name(entry.bank(), language);
        var company = applications.require(scope.application()).name();
        var place = scope.sandbox() ? words.sandbox(company) : company;
        var said = said(words, entry, bank, company, place, publicUrl.of(scope.path()));
        return new MailText(mail.recipient(), language, said.subject(), List.of(said.part()), said.note());
    }

    private record Said(String subject, MailText.Part part, String note) {}

    private static Said said(
            NoticeMessages words, NoticeEntry entry, String bank, String company, String place, String base) {
        var waiting = base + "/payouts?status=AWAITING_AUTHORIZATION";
        return switch (entry.notice()) {
            case CREDENTIALS_EXPIRED ->
                new Said(
                        words.expiredSubject(bank, company),
                        new MailText.Part(
                                List.of(
                                        words.expired(bank, entry.detail("bank_user"), place),
                                        words.expiredMeans(),
                                        words.expiredWho(entry.detail("connected_by"))),
                                words.reconnect(),
                                base + "/connections/" + entry.subject().id() + "/renewal"),
                        words.expiredNote());
            case PERSON_WANTED ->
                new Said(
                        words.wantedSubject(bank, company),
                        new MailText.Part(
                                List.of(words.wanted(bank, place), words.wantedMeans()), words.seePayouts(), waiting),
                        words.wantedNote(bank));
            case PAYOUT_WAITS ->
                new Said(
                        words.waitsSubject(company),
                        new MailText.Part(List.of(words.waits(bank, place)), words.seePayouts(), waiting),
                        words.waitsNote(bank));
            case PRODUCTION_SECRET ->
                new Said(
                        words.secretSubject(company),
                        new MailText.Part(
                                List.of(words.secret(entry.by(), company), words.secretMeans()),
                                words.seeSecret(),
                                base + "/activity?subject=" + entry.subject().id()),
                        words.secretNote());
            case ENDPOINT_OFF -> off(words, entry, company, place, base);
            case AUTHORIZER_CHANGED -> changed(words, entry, bank, company, place, base);
        };
    }

    private static Said off(NoticeMessages words, NoticeEntry entry, String company, String place, String base) {
        var url = entry.detail("url");
        return new Said(
                words.offSubject(company),
                new MailText.Part(
                        List.of(
                                entry.detail("reason").equals("OFF_GONE")
                                        ? words.offGone(url, place)
                                        : words.offFailing(url, place),
                                words.offMeans()),
                        words.seeEndpoint(),
                        base + "/webhooks/" + entry.subject().id()),
                words.offNote());
    }

    private static Said changed(
            NoticeMessages words, NoticeEntry entry, String bank, String company, String place, String base) {
        var now = entry.detail("connected_by");
        var before = entry.detail("connected_by_before");
        return new Said(
                words.changedSubject(bank, company),
                new MailText.Part(
                        List.of(
                                words.changed(before, now, bank, place),
                                words.changedNow(now, entry.detail("bank_user")),
                                words.changedBefore(before, entry.detail("bank_user_before")),
                                words.reason(entry.detail("reason"))),
                        words.seeConnections(),
                        base + "/connections"),
                words.changedNote());
    }
}
