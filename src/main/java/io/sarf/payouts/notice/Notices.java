package io.sarf.payouts.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Entries;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.People;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Preferences.Awaiting;
import io.sarf.payouts.team.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A mail is written in the transaction that moves the reader's cursor, so that it is written once. */
@ApplicationScoped
@Transactional
class Notices {
    static final String READER = "mail";

    /** An older entry causes no mail. */
    static final Duration NEWS = Duration.ofDays(1);

    private static final int ENTRIES_AT_ONCE = 1_000;

    @ApplicationScoped
    static class Rows implements ScopedRows<NoticeMail> {}

    private final Rows rows;
    private final Entries entries;
    private final Members members;
    private final People people;
    private final ObjectMapper json;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Notices(
            Rows rows,
            Entries entries,
            Members members,
            People people,
            ObjectMapper json,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.members = members;
        this.people = people;
        this.json = json;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @AcrossApplications
    List<Scope> unread() {
        return entries.unread(READER);
    }

    void read(Scope scope) {
        var now = clock.instant();
        for (var entry : entries.take(scope, READER, Notice.entries(), ENTRIES_AT_ONCE)) {
            NoticeEntry.of(entry, json)
                    .filter(one -> one.notice().concerns(scope)
                            && one.at().isAfter(now.minus(NEWS))
                            && !saidAlready(scope, one))
                    .ifPresent(one -> recipients(scope, one)
                            .forEach(
                                    recipient -> rows.persist(new NoticeMail(ids.next(), scope, one, recipient, now))));
        }
    }

    private boolean saidAlready(Scope scope, NoticeEntry entry) {
        return !entry.notice().quiet().isZero()
                && rows.within(
                                        scope,
                                        "kind = ?1 and bank = ?2 and occurredAt > ?3",
                                        entry.notice(),
                                        entry.bank(),
                                        entry.at().minus(entry.notice().quiet()))
                                .count()
                        > 0;
    }

    /** One for each address: a person may have a former identity with the same address. */
    private Collection<Recipient> recipients(Scope scope, NoticeEntry entry) {
        var all = switch (entry.notice()) {
            case AUTHORIZER_CHANGED -> people.recipients(entry.persons());
            case ENDPOINT_OFF -> members.recipients(scope.application(), Permission.INTEGRATION);
            default -> members.recipients(scope.application(), Permission.PAYOUTS);
        };
        return all.stream()
                .filter(one -> !entry.notice().awaiting() || one.preferences().awaiting() == Awaiting.AT_ONCE)
                .collect(Collectors.toMap(Recipient::email, one -> one, (one, again) -> one, LinkedHashMap::new))
                .values();
    }

    /** Whether the recipient is still one: they may have left or changed their preference since. */
    boolean meant(Scope scope, NoticeMail mail, NoticeEntry entry) {
        return recipients(scope, entry).stream().anyMatch(one -> one.email().equals(mail.recipient()));
    }

    @AcrossApplications
    Optional<NoticeMail> find(UUID id) {
        return rows.findByIdOptional(id);
    }

    /** Makes the outcomes of one notice's mails be recorded one at a time, until the transaction ends. */
    @AcrossApplications
    void lock(UUID entry) {
        rows.getEntityManager()
                .createNativeQuery("SELECT 1 FROM notice_mail WHERE entry = :entry FOR UPDATE")
                .setParameter("entry", entry)
                .getResultList();
    }

    /** Journals the recipients when the last mail is done, in the transaction that records its outcome. */
    void journal(Scope scope, NoticeMail last) {
        var mails = rows.within(scope, Sort.by("recipient"), "entry = ?1", last.entry())
                .list();
        if (mails.stream().allMatch(NoticeMail::isDone)) {
            entry(scope, last)
                    .map(entry -> Change.of(Chain.of(scope), entry.notice().journalled(), entry.subject(), Actor.SYSTEM)
                            .with("recipients", recipients(mails, true))
                            .with("not_sent", recipients(mails, false)))
                    .ifPresent(journal::record);
        }
    }

    private static List<String> recipients(List<NoticeMail> mails, boolean sent) {
        return mails.stream()
                .filter(mail -> mail.isSent() == sent)
                .map(NoticeMail::recipient)
                .toList();
    }

    Optional<NoticeEntry> entry(Scope scope, NoticeMail mail) {
        return entries.find(scope, mail.entry()).flatMap(entry -> NoticeEntry.of(entry, json));
    }
}
