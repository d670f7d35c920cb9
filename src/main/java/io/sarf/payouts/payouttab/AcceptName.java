package io.sarf.payouts.payouttab;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payout.Preparers;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.SignInTooOld;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Accepts a payee's name although it does not match the account at the bank. */
@ApplicationScoped
class AcceptName {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final NameMismatches names;
    private final Preparers preparers;
    private final MayAuthorize rule;
    private final Journal journal;
    private final PayoutWords words;
    private final Clock clock;

    AcceptName(
            Payouts payouts,
            PayoutTasks tasks,
            NameMismatches names,
            Preparers preparers,
            MayAuthorize rule,
            Journal journal,
            PayoutWords words,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.names = names;
        this.preparers = preparers;
        this.rule = rule;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @throws Refused if the person may not accept it, nothing is to be accepted, or it was accepted before
     * @throws SignInTooOld if the person has to sign in again first
     */
    @Retried
    @Transactional
    public void accept(Scope scope, PayoutId id, Person person) {
        tasks.lock(scope, id);
        var payout = payouts.require(scope, id);
        var before = payout.nameAccepted();
        if (before != null) {
            throw new Refused("NAME_ACCEPTED", words.messages().nameAcceptedBefore(before.by()));
        }
        if (!names.blocks(payout)) {
            throw new Refused("INVALID_STATE", words.messages().nothingToAccept());
        }
        // Authorizes nothing, so the creator of the payout may accept too.
        rule.require(scope, person, payout.bank(), MayAuthorize.Way.NAME, List.of());
        var by = person.actor();
        payout.acceptName(by.name(), clock.instant());
        preparers.nameAccepted(scope, payout, by);
        journal.record(Change.of(Chain.of(scope), "payout.name_accepted", TransitionPayout.subject(payout), by)
                .with("recipient", payout.recipient().payee().legal())
                .with("display_name", payout.recipient().payee().shownAlias())
                .with("iban", payout.recipient().iban()));
        tasks.wake(scope, id, clock.instant());
    }
}
