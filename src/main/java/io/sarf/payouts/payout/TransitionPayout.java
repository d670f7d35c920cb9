package io.sarf.payouts.payout;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.bank.AuthorizationResult;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Lets an event happen to a payout: the change, its journal entry and what the client is told are one thing. */
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

    public void move(Payout payout, PayoutEvent event, Actor by) {
        var before = payout.standing();
        var window = payout.authorization();
        payout.apply(event, clock.instant());
        if (window != null) {
            tell(new AuthorizationId(window), payout, event);
        }
        var nobodyDidIt = window == null && event instanceof PayoutEvent.AuthorizationClosed;
        var change = Change.of(Chain.of(payout.scope()), type(event), subject(payout), by)
                .with("from", before.toString())
                .with("to", payout.standing().toString())
                .with("bank_reference", payout.bankReference())
                .with("reason", payout.reasonCode())
                .with("message", payout.reasonMessage())
                .with("person_wanted", nobodyDidIt ? true : null);
        var customer = applications.require(payout.scope()).customer();
        var endUser = connections.require(payout.scope(), payout.connection()).endUserId();
        var told = payout.cancellationRequested() ? change.with("cancellation_requested", true) : change;
        journal.record(PayoutAnnouncements.of(before, payout, customer, endUser)
                .map(told::announcing)
                .orElse(told));
    }

    /** Whoever authorizes it sees what became of it, also when the answer came another way. */
    private void tell(AuthorizationId window, Payout payout, PayoutEvent event) {
        var subject = payout.id().value();
        if (event instanceof PayoutEvent.AuthorizationClosed) {
            authorize.learned(payout.scope(), window, subject, null);
        } else if (event instanceof PayoutEvent.Accepted accepted) {
            var word = new AuthorizationResult.Accepted(accepted.bankReference());
            authorize.learned(payout.scope(), window, subject, word);
        } else if (event instanceof PayoutEvent.Pending) {
            authorize.learned(payout.scope(), window, subject, new AuthorizationResult.Pending());
        } else if (event instanceof PayoutEvent.Refused refused) {
            var word = new AuthorizationResult.Refused(refused.code(), refused.message());
            authorize.learned(payout.scope(), window, subject, word);
        } else if (event instanceof PayoutEvent.RefusedByApprover refused) {
            var word = new AuthorizationResult.RefusedByApprover(refused.message());
            authorize.learned(payout.scope(), window, subject, word);
        }
    }

    /** The bank has the order: the step that follows from how it is to be authorized. */
    public void taken(Payout payout, String bankId) {
        if (payout.cancellationRequested()) {
            move(payout, new PayoutEvent.Queued(ids.next(), bankId), bank(payout));
            move(payout, new PayoutEvent.CancellationAsked(), Actor.SYSTEM);
        } else if (payout.goesAlone() && mayGoAlone(payout)) {
            move(payout, new PayoutEvent.QueuedAutomatic(ids.next(), bankId), bank(payout));
        } else {
            if (payout.automatic()) {
                payout.forSecondPerson();
            }
            move(payout, new PayoutEvent.Queued(ids.next(), bankId), bank(payout));
        }
    }

    /** The bank does not have the order, for certain: it is sent again, or has found its end where it is wanted back. */
    public void notTaken(Payout payout, String why, Actor by) {
        move(payout, new PayoutEvent.NotTaken(why), by);
        if (payout.cancellationRequested()) {
            move(payout, new PayoutEvent.CancelledUnsent(), Actor.SYSTEM);
        }
    }

    /**
     * What the back end wants is the company's own, unless a person has edited its payee since and a second one is asked for; of
     * what a person wants, the rule decides.
     */
    private boolean mayGoAlone(Payout payout) {
        if (preparers.payeeEdited(payout.scope(), payout) && rule.secondPerson(payout.scope())) {
            return false;
        }
        return preparers
                .creator(payout.scope(), payout)
                .map(person -> rule.goesAlone(payout.scope(), person, payout.bank()))
                .orElse(payout.createdByKind() != Actor.Kind.PERSON);
    }

    /** The bank's word on an order it may have answered for elsewhere; steps that were skipped are taken first. */
    public void word(Payout payout, PayoutEvent event) {
        var standing = payout.standing();
        if (PayoutLifecycle.next(standing, event.getClass()).isEmpty()
                && standing.status() == PayoutStatus.QUEUEING
                && PayoutLifecycle.next(PayoutState.of(PayoutStatus.AUTHORIZING), event.getClass())
                        .isPresent()) {
            taken(payout, "");
        }
        if (PayoutLifecycle.next(payout.standing(), event.getClass()).isPresent()) {
            move(payout, event, bank(payout));
        }
    }

    public void result(Payout payout, AuthorizationResult result) {
        if (result instanceof AuthorizationResult.Accepted accepted) {
            word(payout, new PayoutEvent.Accepted(accepted.bankReference()));
        } else if (result instanceof AuthorizationResult.Pending) {
            word(payout, new PayoutEvent.Pending());
        } else if (result instanceof AuthorizationResult.Refused refused) {
            word(payout, new PayoutEvent.Refused(refused.code(), refused.message()));
        } else if (result instanceof AuthorizationResult.RefusedByApprover refused) {
            word(payout, new PayoutEvent.RefusedByApprover(refused.message()));
        }
    }

    public static Actor bank(Payout payout) {
        return Actor.bank(payout.bank());
    }

    public static Change.Subject subject(Payout payout) {
        return new Change.Subject("payout", payout.id().value(), payout.revision());
    }

    /** {@code payout.} and the event's name in the past tense, with underscores. */
    static String type(PayoutEvent event) {
        var name = event.getClass().getSimpleName();
        return "payout." + name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }
}
