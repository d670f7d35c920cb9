package io.sarf.payouts.payout;

import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What can happen to a payout. Each event carries its data and applies its own changes. */
public sealed interface PayoutEvent {
    /** The name stored in the journal, for example {@code payout.sent_to_bank}. Stored names never change. */
    String type();

    /** Applies all changes except the state. */
    void applyTo(Payout payout, Instant at);

    default Optional<Verdict> decision() {
        return Optional.empty();
    }

    static PayoutEvent of(Verdict verdict) {
        return verdict.map(
                new Verdict.Cases<PayoutEvent>(Accepted::new, Pending::new, Refused::new, RefusedByApprover::new));
    }

    /** {@code at} is the start of the bank's horizon. */
    record SentToBank(Instant at) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.sent_to_bank";
        }

        @Override
        public void applyTo(Payout payout, Instant now) {
            payout.orderAtBank(order -> order.sent(at));
        }
    }

    record Queued(UUID payment, String bankId) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.queued";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.orderAtBank(order -> order.queued(payment, at));
        }
    }

    record QueuedAutomatic(UUID payment, String bankId) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.queued_automatic";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.orderAtBank(order -> order.queued(payment, at));
        }
    }

    /** It is certain that the bank does not have the order. */
    record NotTaken(String why) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.not_taken";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {}
    }

    record Unsendable(ReasonCode code, String message) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.unsendable";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.failed(code, message);
        }
    }

    record AuthorizationBegun(AuthorizationId authorization) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.authorization_begun";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.flow(flow -> flow.begun(authorization, at));
        }
    }

    /** The default authorizer's credentials authorize it, without a code. */
    record ReleasedOnDemand(UUID authorization) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.released_on_demand";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.flow(AuthorizationFlow::onDemand);
        }
    }

    /** The challenge has ended and the bank reports the order as still queued. */
    record AuthorizationClosed(String why) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.authorization_closed";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.flow(AuthorizationFlow::closed);
        }
    }

    record CancelledUnsent() implements PayoutEvent {
        @Override
        public String type() {
            return "payout.cancelled_unsent";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.failed(ReasonCode.USER_CANCELLED, "Cancelled");
        }
    }

    record CancellationAsked() implements PayoutEvent {
        @Override
        public String type() {
            return "payout.cancellation_asked";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {}
    }

    record TakenBack() implements PayoutEvent {
        @Override
        public String type() {
            return "payout.taken_back";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.failed(ReasonCode.USER_CANCELLED, "Cancelled");
        }
    }

    record Accepted(Verdict.Accepted verdict) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.accepted";
        }

        @Override
        public Optional<Verdict> decision() {
            return Optional.of(verdict);
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.orderAtBank(order -> order.accepted(verdict.bankReference()));
            payout.flow(flow -> flow.authorized(at));
        }
    }

    record Pending(Verdict.Pending verdict) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.pending";
        }

        @Override
        public Optional<Verdict> decision() {
            return Optional.of(verdict);
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.flow(flow -> flow.authorized(at));
        }
    }

    record Refused(Verdict.Refused verdict) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.refused";
        }

        @Override
        public Optional<Verdict> decision() {
            return Optional.of(verdict);
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.failed(verdict.code(), verdict.message());
        }
    }

    record RefusedByApprover(Verdict.RefusedByApprover verdict) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.refused_by_approver";
        }

        @Override
        public Optional<Verdict> decision() {
            return Optional.of(verdict);
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.failed(ReasonCode.USER_CANCELLED, verdict.message());
        }
    }

    record Processed() implements PayoutEvent {
        @Override
        public String type() {
            return "payout.processed";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {}
    }

    record Rejected(ReasonCode code, String message) implements PayoutEvent {
        @Override
        public String type() {
            return "payout.rejected";
        }

        @Override
        public void applyTo(Payout payout, Instant at) {
            payout.failed(code, message);
        }
    }
}
