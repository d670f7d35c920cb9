package io.sarf.payouts.bank;

import java.util.Optional;
import java.util.function.Function;

/** The bank's final or pending decision on an order to authorize, from any call. */
public sealed interface Verdict extends OrderStatus {
    /** Maps each kind of verdict; a new kind breaks every caller at compile time. */
    <T> T map(
            Function<Accepted, T> accepted,
            Function<Pending, T> pending,
            Function<Refused, T> refused,
            Function<RefusedByApprover, T> refusedByApprover);

    /** The bank's message; empty unless it refused. */
    default Optional<String> refusal() {
        return this.<Optional<String>>map(
                accepted -> Optional.empty(),
                pending -> Optional.empty(),
                refused -> Optional.of(refused.message()),
                refused -> Optional.of(refused.message()));
    }

    /** The money has left the account. */
    record Accepted(String bankReference) implements Verdict {
        @Override
        public <T> T map(
                Function<Accepted, T> accepted,
                Function<Pending, T> pending,
                Function<Refused, T> refused,
                Function<RefusedByApprover, T> refusedByApprover) {
            return accepted.apply(this);
        }
    }

    /** Authorized here; another person must approve it at the bank. */
    record Pending() implements Verdict {
        @Override
        public <T> T map(
                Function<Accepted, T> accepted,
                Function<Pending, T> pending,
                Function<Refused, T> refused,
                Function<RefusedByApprover, T> refusedByApprover) {
            return pending.apply(this);
        }
    }

    record Refused(ReasonCode code, String message) implements Verdict {
        @Override
        public <T> T map(
                Function<Accepted, T> accepted,
                Function<Pending, T> pending,
                Function<Refused, T> refused,
                Function<RefusedByApprover, T> refusedByApprover) {
            return refused.apply(this);
        }
    }

    record RefusedByApprover(String message) implements Verdict {
        @Override
        public <T> T map(
                Function<Accepted, T> accepted,
                Function<Pending, T> pending,
                Function<Refused, T> refused,
                Function<RefusedByApprover, T> refusedByApprover) {
            return refusedByApprover.apply(this);
        }
    }
}
