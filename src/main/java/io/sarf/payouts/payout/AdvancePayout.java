package io.sarf.payouts.payout;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AuthorizationResult;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Backoff;
import io.sarf.payouts.platform.Lease;
import io.sarf.payouts.platform.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes a payout one step further. {@link #prepare} commits the intent and says what to ask the bank; the answer comes
 * back to one of the other methods. Each is one short transaction that does nothing unless the lease still holds.
 */
@ApplicationScoped
@Retried
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AdvancePayout {
    /** What is to be asked of the bank now. */
    public sealed interface Step {
        record Queue(BankConnection with, Order order) implements Step {}

        record Authorize(BankConnection with, OurReference reference) implements Step {}

        record Cancel(BankConnection with, OurReference reference) implements Step {}

        record Ask(String bank, OurReference reference, Instant sentAt) implements Step {}

        record Nothing() implements Step {}
    }

    private static final Step NOTHING = new Step.Nothing();
    private static final Backoff LOOKING = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));
    private static final Backoff SENDING = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final MovePayout mover;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final Destinations destinations;
    private final Clock clock;

    AdvancePayout(
            Payouts payouts,
            PayoutTasks tasks,
            MovePayout mover,
            Connections connections,
            SourceAccounts accounts,
            Destinations destinations,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.mover = mover;
        this.connections = connections;
        this.accounts = accounts;
        this.destinations = destinations;
        this.clock = clock;
    }

    /** Commits what is about to be done, and says what that is. */
    public Step prepare(AcrossApplications right, Lease lease) {
        var payout = held(right, lease);
        if (payout == null) {
            return NOTHING;
        }
        return switch (payout.status()) {
            case CREATED -> send(lease, payout);
            case QUEUEING, PENDING_WITH_BANK -> ask(payout);
            case AUTHORIZING -> payout.toBeAuthorized() ? authorize(payout) : ask(payout);
            case CANCELLING -> cancel(payout);
            case ACCEPTED_BY_BANK -> payout.outcome() == null ? ask(payout) : rest(lease, payout);
            case AWAITING_AUTHORIZATION, FAILED, AUTHORIZATION_FAILED, CANCELLED -> rest(lease, payout);
        };
    }

    private Step send(Lease lease, Payout payout) {
        var beneficiary =
                destinations.beneficiary(payout.scope(), payout.destination()).orElse(null);
        if (beneficiary == null || beneficiary.refused()) {
            mover.unsendable(payout, ReasonCode.BENEFICIARY_NOT_FOUND, "The bank does not know this destination.");
            return rest(lease, payout);
        }
        if (payout.automatic() && beneficiary.nameCheck() == NameCheck.Verdict.NO_MATCH) {
            // Asked for with its payee, before the bank could say whose account that is.
            mover.unsendable(payout, ReasonCode.BENEFICIARY_NOT_FOUND, "The bank knows this account by another name.");
            return rest(lease, payout);
        }
        var connection = connection(payout);
        if (connection.status() != BankConnection.Status.ACTIVE) {
            mover.unsendable(payout, ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "The bank credentials have expired.");
            return rest(lease, payout);
        }
        var now = clock.instant();
        if (!beneficiary.ready()) {
            var until = beneficiary.coolOffUntil();
            tasks.release(payout.scope(), lease, (until == null ? now : until).plusSeconds(2));
            return NOTHING;
        }
        mover.move(payout, new PayoutEvent.SentToBank(now), Actor.SYSTEM);
        var account = accounts.require(payout.scope(), payout.sourceAccount());
        return new Step.Queue(
                connection,
                new Order(
                        payout.reference(),
                        account.bankAccount(),
                        String.valueOf(beneficiary.bankId()),
                        payout.amount(),
                        payout.description(),
                        false,
                        now));
    }

    private Step authorize(Payout payout) {
        payout.authorizing(clock.instant());
        var connection = connection(payout);
        // With nobody to ask in whose name, the bank's word on the order decides: it waits there for somebody else.
        return connection.usable() ? new Step.Authorize(connection, payout.reference()) : ask(payout);
    }

    private Step cancel(Payout payout) {
        var connection = connection(payout);
        return connection.usable() ? new Step.Cancel(connection, payout.reference()) : ask(payout);
    }

    private Step ask(Payout payout) {
        var sentAt = payout.calledAt();
        return new Step.Ask(payout.bank(), payout.reference(), sentAt == null ? payout.createdAt() : sentAt);
    }

    private Step rest(Lease lease, Payout payout) {
        tasks.release(payout.scope(), lease, null);
        return NOTHING;
    }

    /** What came of handing the order over. */
    public void queued(AcrossApplications right, Lease lease, QueueAnswer answer) {
        var payout = held(right, lease);
        if (payout == null) {
            return;
        }
        if (answer instanceof QueueAnswer.Taken taken) {
            mover.taken(payout, taken.bankId());
            again(lease, payout);
        } else if (answer instanceof QueueAnswer.Refused refused) {
            mover.word(payout, new PayoutEvent.Refused(refused.code(), refused.message()));
            again(lease, payout);
        } else if (answer instanceof QueueAnswer.NotTaken notTaken) {
            mover.move(payout, new PayoutEvent.NotTaken(notTaken.message()), Actor.SYSTEM);
            tasks.release(payout.scope(), lease, clock.instant().plus(SENDING.after(lease.attempt())));
        } else {
            lookLater(lease, payout);
        }
    }

    /** What came of asking for an authorization without a person. */
    public void authorized(AcrossApplications right, Lease lease, BeginAnswer answer) {
        var payout = held(right, lease);
        if (payout == null) {
            return;
        }
        var result = answer instanceof BeginAnswer.Done done
                ? done.results().getOrDefault(payout.reference(), new AuthorizationResult.Unknown())
                : new AuthorizationResult.Unknown();
        if (result instanceof AuthorizationResult.Unknown) {
            // A code nobody can give, a refusal to begin, or no answer at all: only the order's status tells which.
            lookLater(lease, payout);
        } else {
            mover.result(payout, result);
            again(lease, payout);
        }
    }

    /** What came of taking it back. */
    public void cancelled(AcrossApplications right, Lease lease, CancelAnswer answer) {
        var payout = held(right, lease);
        if (payout == null) {
            return;
        }
        if (answer instanceof CancelAnswer.TakenBack) {
            mover.move(payout, new PayoutEvent.TakenBack(), MovePayout.bank(payout));
            again(lease, payout);
        } else if (answer instanceof CancelAnswer.TooLate late) {
            hear(lease, payout, late.status());
        } else {
            lookLater(lease, payout);
        }
    }

    /** What the bank says of the order. */
    public void told(AcrossApplications right, Lease lease, OrderStatus status) {
        var payout = held(right, lease);
        if (payout != null) {
            hear(lease, payout, status);
        }
    }

    private void hear(Lease lease, Payout payout, OrderStatus status) {
        var before = payout.revision();
        if (status instanceof OrderStatus.NotKnownHere unknown) {
            if (unknown.guaranteed() && payout.status() == PayoutStatus.QUEUEING) {
                mover.move(payout, new PayoutEvent.NotTaken("The bank does not know it"), MovePayout.bank(payout));
            }
        } else if (status instanceof OrderStatus.Queued queued) {
            stillQueued(payout, queued.bankId());
        } else if (status instanceof OrderStatus.TakenBack) {
            mover.word(payout, new PayoutEvent.TakenBack());
        } else {
            verdict(payout, status);
        }
        if (payout.revision() == before) {
            lookLater(lease, payout);
        } else {
            again(lease, payout);
        }
    }

    private void stillQueued(Payout payout, String bankId) {
        if (payout.status() == PayoutStatus.QUEUEING) {
            mover.taken(payout, bankId);
        } else if (payout.status() == PayoutStatus.AUTHORIZING) {
            mover.move(
                    payout, new PayoutEvent.AuthorizationClosed("Not authorized at the bank"), MovePayout.bank(payout));
        }
    }

    private void verdict(Payout payout, OrderStatus status) {
        if (status instanceof OrderStatus.Pending) {
            mover.word(payout, new PayoutEvent.Pending());
        } else if (status instanceof OrderStatus.Accepted accepted) {
            mover.word(payout, new PayoutEvent.Accepted(accepted.bankReference()));
        } else if (status instanceof OrderStatus.Processed processed) {
            mover.word(payout, new PayoutEvent.Accepted(processed.bankReference()));
            mover.word(payout, new PayoutEvent.Processed());
        } else if (status instanceof OrderStatus.RejectedAfterAcceptance rejected) {
            mover.word(payout, new PayoutEvent.Accepted(rejected.bankReference()));
            mover.word(payout, new PayoutEvent.Rejected(rejected.code(), rejected.message()));
        } else if (status instanceof OrderStatus.Refused refused) {
            mover.word(payout, new PayoutEvent.Refused(refused.code(), refused.message()));
        } else if (status instanceof OrderStatus.RefusedByApprover refused) {
            mover.word(payout, new PayoutEvent.RefusedByApprover(refused.message()));
        }
    }

    private @Nullable Payout held(AcrossApplications right, Lease lease) {
        Scope scope = tasks.locked(right, lease);
        return scope == null ? null : payouts.require(scope, new PayoutId(lease.work()));
    }

    private void again(Lease lease, Payout payout) {
        tasks.progressed(payout.scope(), lease, clock.instant());
    }

    /** Nothing new: asks again, less and less often. Money in the balance shows as being checked. */
    private void lookLater(Lease lease, Payout payout) {
        var now = clock.instant();
        if (payout.status() != PayoutStatus.ACCEPTED_BY_BANK && payout.status() != PayoutStatus.PENDING_WITH_BANK) {
            payout.checking(now);
        }
        tasks.release(payout.scope(), lease, now.plus(LOOKING.after(lease.attempt())));
    }

    private BankConnection connection(Payout payout) {
        return connections.require(payout.scope(), payout.connection());
    }
}
