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

/** The mails that the journal gives cause for, each written once with the place the reader has come to. */
@ApplicationScoped
@Transactional
class Notices {
    static final String READER = "mail";

    /** What is older when it is read helps nobody any more. */
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

    /** Reads on in one environment, and writes the mails that follow. */
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

    /** Once for each address: a person may have been here before under another identity. */
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

    /** Whether it would be written to the same address now: somebody may have left meanwhile, or want no such mail. */
    boolean meant(Scope scope, NoticeMail mail, NoticeEntry entry) {
        return recipients(scope, entry).stream().anyMatch(one -> one.email().equals(mail.recipient()));
    }

    @AcrossApplications
    Optional<NoticeMail> find(UUID id) {
        return rows.findByIdOptional(id);
    }

    /** Makes the ends of one notice's mails happen one after the other, for the rest of the transaction. */
    @AcrossApplications
    void lock(UUID entry) {
        rows.getEntityManager()
                .createNativeQuery("SELECT 1 FROM notice_mail WHERE entry = :entry FOR UPDATE")
                .setParameter("entry", entry)
                .getResultList();
    }

    /** Once the last of a notice's mails has come to its end, in the transaction of that end, the journal says who got one. */
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

    /** What the mail is about. */
    Optional<NoticeEntry> entry(Scope scope, NoticeMail mail) {
        return entries.find(scope, mail.entry()).flatMap(entry -> NoticeEntry.of(entry, json));
    }
}
