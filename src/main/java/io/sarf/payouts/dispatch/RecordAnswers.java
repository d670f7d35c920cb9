package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import io.sarf.payouts.work.Retried;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Records the answers of a bank that have come in, in one transaction for all. Needs their leases. */
@ApplicationScoped
class RecordAnswers {
    /** A bank's answer to the call of one payout. */
    record Answered(Lease lease, BankAnswer answer) {}

    private static final Backoff LOOKING = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));
    private static final Backoff SENDING = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final TransitionPayout transition;
    private final Connections connections;
    private final ApplyBankStatus status;
    private final Clock clock;

    RecordAnswers(
            Payouts payouts,
            PayoutTasks tasks,
            TransitionPayout transition,
            Connections connections,
            ApplyBankStatus status,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.transition = transition;
        this.connections = connections;
        this.status = status;
        this.clock = clock;
    }

    /** @return leases of payouts that another transaction has locked: nothing was recorded for them */
    @AcrossApplications
    @Background
    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Lease> record(List<Answered> answers, Locking locking) {
        var locked = tasks.owned(answers.stream().map(Answered::lease).toList(), locking);
        var owned = new HashSet<>(locked.due());
        var found = payouts.those(owned.stream().map(Lease::work).toList());
        connections.load(found.values().stream().map(Payout::connection).collect(Collectors.toSet()));
        tasks.release(answers.stream()
                .filter(one -> owned.contains(one.lease()))
                .map(one -> record(
                        one.lease(),
                        Objects.requireNonNull(found.get(one.lease().work())),
                        one.answer()))
                .toList());
        return locked.skipped();
    }

    private WorkTable.Release record(Lease lease, Payout payout, BankAnswer answer) {
        if (answer instanceof QueueAnswer queued) {
            return queued(lease, payout, queued);
        } else if (answer instanceof BeginAnswer begun) {
            return authorized(lease, payout, begun);
        } else if (answer instanceof BankCalls.NotTogether) {
            payout.authorizing(null);
            return new WorkTable.Release(lease, clock.instant(), false);
        } else if (answer instanceof CancelAnswer cancelled) {
            return cancelled(lease, payout, cancelled);
        } else if (answer instanceof OrderStatus order) {
            return lookedUp(lease, payout, order);
        }
        throw new IllegalArgumentException("No step has this answer: " + answer);
    }

    private WorkTable.Release queued(Lease lease, Payout payout, QueueAnswer answer) {
        if (payout.status() != PayoutStatus.QUEUEING) {
            // A reported change arrived before the answer.
            return again(lease, payout);
        } else if (answer instanceof QueueAnswer.Taken taken) {
            transition.queued(payout, taken.bankId());
            return again(lease, payout);
        } else if (answer instanceof QueueAnswer.Refused refused) {
            transition.decided(payout, new Verdict.Refused(refused.code(), refused.message()));
            return again(lease, payout);
        } else if (answer instanceof QueueAnswer.NotTaken notTaken) {
            transition.notTaken(payout, notTaken.message(), Actor.SYSTEM);
            var due = payout.status() == PayoutStatus.CREATED ? sendAgainAt(notTaken, lease) : null;
            return new WorkTable.Release(lease, due, false);
        }
        return lookLater(lease, payout);
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

    private WorkTable.Release authorized(Lease lease, Payout payout, BeginAnswer answer) {
        var verdict = answer instanceof BeginAnswer.Done done
                ? done.verdicts().get(payout.orderAtBank().reference())
                : null;
        if (verdict == null) {
            // The bank asked for a code, refused to begin, or did not answer: only the order's status tells which.
            return lookLater(lease, payout);
        }
        transition.decided(payout, verdict);
        return again(lease, payout);
    }

    private WorkTable.Release cancelled(Lease lease, Payout payout, CancelAnswer answer) {
        if (answer instanceof CancelAnswer.TakenBack) {
            transition.applyIfPossible(payout, new PayoutEvent.TakenBack());
            return again(lease, payout);
        }
        return answer instanceof CancelAnswer.TooLate late
                ? lookedUp(lease, payout, late.status())
                : lookLater(lease, payout);
    }

    private WorkTable.Release lookedUp(Lease lease, Payout payout, OrderStatus order) {
        return status.lookedUp(payout, order) ? again(lease, payout) : lookLater(lease, payout);
    }

    private WorkTable.Release again(Lease lease, Payout payout) {
        var now = clock.instant();
        return new WorkTable.Release(lease, isReported(payout) ? now.plus(PayoutTasks.REPORTED) : now, true);
    }

    /** Nothing new: retries with increasing delays. Money in transit shows as being checked. */
    private WorkTable.Release lookLater(Lease lease, Payout payout) {
        var now = clock.instant();
        var wait = LOOKING.after(lease);
        if (isReported(payout)) {
            return new WorkTable.Release(
                    lease, now.plus(wait.compareTo(PayoutTasks.REPORTED) < 0 ? PayoutTasks.REPORTED : wait), false);
        }
        payout.checking(now);
        return new WorkTable.Release(lease, now.plus(wait), false);
    }

    static boolean isReported(Payout payout) {
        return payout.status() == PayoutStatus.ACCEPTED_BY_BANK || payout.status() == PayoutStatus.PENDING_WITH_BANK;
    }
}
