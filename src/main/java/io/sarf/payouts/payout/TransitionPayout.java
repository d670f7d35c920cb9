package io.sarf.payouts.payout;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Applies an event to a payout: the change, its journal entry and the client's notification in one transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TransitionPayout {
    private final Applications applications;
    private final Connections connections;
    private final AuthorizeSubjects authorize;
    private final Preparers preparers;
    private final MayAuthorize rule;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    TransitionPayout(
            Applications applications,
            Connections connections,
            AuthorizeSubjects authorize,
            Preparers preparers,
            MayAuthorize rule,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.connections = connections;
        this.authorize = authorize;
        this.preparers = preparers;
        this.rule = rule;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    public void apply(Payout payout, PayoutEvent event, Actor by) {
        var before = payout.state();
        var authorization = payout.flow().authorization();
        payout.apply(event, clock.instant());
        if (authorization != null) {
            record(authorization, payout, event);
        }
        var nobodyDidIt = authorization == null && event instanceof PayoutEvent.AuthorizationClosed;
        var change = Change.of(Chain.of(payout.scope()), event.type(), subject(payout), by)
                .with("from", before.toString())
                .with("to", payout.state().toString())
                .with("bank_reference", payout.orderAtBank().bankReference())
                .with("reason", payout.reason().code())
                .with("message", payout.reason().message())
                .with("person_wanted", nobodyDidIt ? true : null);
        var customer = applications.require(payout.scope()).customer();
        var endUser = connections.require(payout.scope(), payout.connection()).endUserId();
        var whole = payout.cancellationRequested() ? change.with("cancellation_requested", true) : change;
        journal.record(PayoutAnnouncements.of(before, payout, customer, endUser)
                .map(whole::announcing)
                .orElse(whole));
    }

    /** Updates the authorization too, so that its page shows the result even if the bank reported it another way. */
    private void record(AuthorizationId authorization, Payout payout, PayoutEvent event) {
        var subject = payout.id().value();
        if (event instanceof PayoutEvent.AuthorizationClosed) {
            authorize.released(payout.scope(), authorization, subject);
        }
        event.decision().ifPresent(verdict -> authorize.decided(payout.scope(), authorization, subject, verdict));
    }

    public void queued(Payout payout, String bankId) {
        if (payout.cancellationRequested()) {
            apply(payout, new PayoutEvent.Queued(ids.next(), bankId), bank(payout));
            apply(payout, new PayoutEvent.CancellationAsked(), Actor.SYSTEM);
        } else if (payout.flow().needsNoPerson() && mayAuthorizeAutomatically(payout)) {
            apply(payout, new PayoutEvent.QueuedAutomatic(ids.next(), bankId), bank(payout));
        } else {
            if (payout.flow().automatic()) {
                payout.flow(AuthorizationFlow::bySecondPerson);
            }
            apply(payout, new PayoutEvent.Queued(ids.next(), bankId), bank(payout));
        }
    }

    /** Call it only if it is certain that the bank does not have the order: it is sent again, unless cancelled. */
    public void notTaken(Payout payout, String why, Actor by) {
        apply(payout, new PayoutEvent.NotTaken(why), by);
        if (payout.cancellationRequested()) {
            apply(payout, new PayoutEvent.CancelledUnsent(), Actor.SYSTEM);
        }
    }

    /** The API needs no person, unless a person edited the payee since and a second person is required. */
    private boolean mayAuthorizeAutomatically(Payout payout) {
        if (rule.secondPerson(payout.scope()) && preparers.payeeEdited(payout.scope(), payout)) {
            return false;
        }
        return preparers
                .creator(payout.scope(), payout)
                .map(person -> rule.needsNoPerson(payout.scope(), person, payout.bank()))
                .orElse(payout.createdBy().kind() != Actor.Kind.PERSON);
    }

    public void decided(Payout payout, Verdict verdict) {
        applyIfPossible(payout, PayoutEvent.of(verdict));
    }

    /** Ignores an impossible event: the bank may have reported the same before. Records missing queueing first. */
    public void applyIfPossible(Payout payout, PayoutEvent event) {
        var state = payout.state();
        if (PayoutLifecycle.next(state, event.getClass()).isEmpty()
                && state.status() == PayoutStatus.QUEUEING
                && PayoutLifecycle.next(PayoutState.of(PayoutStatus.AUTHORIZING), event.getClass())
                        .isPresent()) {
            queued(payout, "");
        }
        if (PayoutLifecycle.next(payout.state(), event.getClass()).isPresent()) {
            apply(payout, event, bank(payout));
        }
    }

    public static Actor bank(Payout payout) {
        return Actor.bank(payout.bank());
    }

    public static Change.Subject subject(Payout payout) {
        return new Change.Subject("payout", payout.id().value(), payout.revision());
    }
}
