package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link #prepare} commits the intent, {@link #record} the answer. Each is one short transaction and needs the lease.
 */
@ApplicationScoped
@Background
@Retried
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AdvancePayout {
    private static final Backoff LOOKING = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));
    private static final Backoff SENDING = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final TransitionPayout transition;
    private final Connections connections;
    private final SendPayout sender;
    private final ApplyBankStatus status;
    private final Clock clock;

    AdvancePayout(
            Payouts payouts,
            PayoutTasks tasks,
            TransitionPayout transition,
            Connections connections,
            SendPayout sender,
            ApplyBankStatus status,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.transition = transition;
        this.connections = connections;
        this.sender = sender;
        this.status = status;
        this.clock = clock;
    }

    @AcrossApplications
    public Optional<Step> prepare(Lease lease) {
        var payout = locked(lease);
        if (payout == null) {
            return Optional.empty();
        }
        return switch (payout.status()) {
            case CREATED -> sender.send(lease, payout);
            case QUEUEING, PENDING_WITH_BANK -> Optional.of(lookUp(payout));
            case AUTHORIZING -> Optional.of(payout.flow().toBeAuthorized() ? authorize(payout) : lookUp(payout));
            case CANCELLING -> Optional.of(cancel(payout));
            case ACCEPTED_BY_BANK ->
                payout.state().outcome() == null ? Optional.of(lookUp(payout)) : rest(lease, payout);
            case AWAITING_AUTHORIZATION, FAILED, AUTHORIZATION_FAILED, CANCELLED -> rest(lease, payout);
        };
    }

    private Step authorize(Payout payout) {
        payout.authorizing(clock.instant());
        // Only the default authorizer's credentials authorize without a person, even if others queued the order.
        // Without them
        // the order's status decides: it may await another authorizer at the bank.
        return inCharge(payout)
                .filter(BankConnection::usable)
                .<Step>map(connection ->
                        new Step.Authorize(connection, payout.orderAtBank().reference()))
                .orElseGet(() -> lookUp(payout));
    }

    private Step cancel(Payout payout) {
        var own = own(payout);
        var connection = own.usable() ? own : inCharge(payout).orElse(own);
        return connection.usable()
                ? new Step.Cancel(connection, payout.orderAtBank().reference())
                : lookUp(payout);
    }

    private Step lookUp(Payout payout) {
        var sentAt = payout.orderAtBank().calledAt();
        return new Step.LookUp(
                payout.bank(), payout.orderAtBank().reference(), sentAt == null ? payout.createdAt() : sentAt);
    }

    private Optional<Step> rest(Lease lease, Payout payout) {
        tasks.release(payout.scope(), lease, null);
        return Optional.empty();
    }

    @AcrossApplications
    public void record(Lease lease, BankAnswer answer) {
        var payout = locked(lease);
        if (payout == null) {
            return;
        }
        if (answer instanceof QueueAnswer queued) {
            queued(lease, payout, queued);
        } else if (answer instanceof BeginAnswer begun) {
            authorized(lease, payout, begun);
        } else if (answer instanceof CancelAnswer cancelled) {
            cancelled(lease, payout, cancelled);
        } else if (answer instanceof OrderStatus order) {
            lookedUp(lease, payout, order);
        } else {
            throw new IllegalArgumentException("No step has this answer: " + answer);
        }
    }

    private void queued(Lease lease, Payout payout, QueueAnswer answer) {
        if (payout.status() != PayoutStatus.QUEUEING) {
            // A reported change arrived before the answer.
            again(lease, payout);
        } else if (answer instanceof QueueAnswer.Taken taken) {
            transition.queued(payout, taken.bankId());
            again(lease, payout);
        } else if (answer instanceof QueueAnswer.Refused refused) {
            transition.decided(payout, new Verdict.Refused(refused.code(), refused.message()));
            again(lease, payout);
        } else if (answer instanceof QueueAnswer.NotTaken notTaken) {
            transition.notTaken(payout, notTaken.message(), Actor.SYSTEM);
            tasks.release(
                    payout.scope(),
                    lease,
                    payout.status() == PayoutStatus.CREATED ? sendAgainAt(notTaken, lease) : null);
        } else {
            lookLater(lease, payout);
        }
    }

    /** The bank's opening time, capped by the longest wait: clocks differ, and a closed period may end early. */
    private Instant sendAgainAt(QueueAnswer.NotTaken notTaken, Lease lease) {
        var now = clock.instant();
        var opens = notTaken.closedUntil();
        if (opens == null || !opens.isAfter(now)) {
            return now.plus(SENDING.after(lease));
        }
        var latest = now.plus(SENDING.longest());
        return opens.isBefore(latest) ? opens : latest;
    }

    private void authorized(Lease lease, Payout payout, BeginAnswer answer) {
        var verdict = answer instanceof BeginAnswer.Done done
                ? done.verdicts().get(payout.orderAtBank().reference())
                : null;
        if (verdict == null) {
            // The bank asked for a code, refused to begin, or did not answer: only the order's status tells which.
            lookLater(lease, payout);
        } else {
            transition.decided(payout, verdict);
            again(lease, payout);
        }
    }

    private void cancelled(Lease lease, Payout payout, CancelAnswer answer) {
        if (answer instanceof CancelAnswer.TakenBack) {
            transition.applyIfPossible(payout, new PayoutEvent.TakenBack());
            again(lease, payout);
        } else if (answer instanceof CancelAnswer.TooLate late) {
            lookedUp(lease, payout, late.status());
        } else {
            lookLater(lease, payout);
        }
    }

    private void lookedUp(Lease lease, Payout payout, OrderStatus order) {
        if (status.lookedUp(payout, order)) {
            again(lease, payout);
        } else {
            lookLater(lease, payout);
        }
    }

    @AcrossApplications
    private @Nullable Payout locked(Lease lease) {
        Scope scope = tasks.locked(lease);
        return scope == null ? null : payouts.require(scope, new PayoutId(lease.work()));
    }

    private void again(Lease lease, Payout payout) {
        tasks.progressed(payout.scope(), lease, clock.instant());
    }

    /** Nothing new: retries with increasing delays. Money in transit shows as being checked. */
    private void lookLater(Lease lease, Payout payout) {
        var now = clock.instant();
        if (payout.status() != PayoutStatus.ACCEPTED_BY_BANK && payout.status() != PayoutStatus.PENDING_WITH_BANK) {
            payout.checking(now);
        }
        tasks.release(payout.scope(), lease, now.plus(LOOKING.after(lease)));
    }

    private BankConnection own(Payout payout) {
        return connections.require(payout.scope(), payout.connection());
    }

    private Optional<BankConnection> inCharge(Payout payout) {
        return connections.defaultAuthorizer(payout.scope(), payout.bank());
    }
}
