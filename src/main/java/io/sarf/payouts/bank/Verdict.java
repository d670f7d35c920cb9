package io.sarf.payouts.bank;

import java.util.Optional;
import java.util.function.Function;

/** What a bank decided about one order that was to be authorized, however it says so. */
public sealed interface Verdict extends OrderStatus {
    /** What to do with each verdict. A new one has to be handled wherever this is made. */
    record Cases<T>(
            Function<Accepted, T> accepted,
            Function<Pending, T> pending,
            Function<Refused, T> refused,
            Function<RefusedByApprover, T> refusedByApprover) {}

    <T> T map(Cases<T> cases);

    /** Why no money is paid, in the bank's words; empty unless it refused. */
    Optional<String> refusal();

    /** The money has left the account. */
    record Accepted(String bankReference) implements Verdict {
        @Override
        public <T> T map(Cases<T> cases) {
            return cases.accepted().apply(this);
        }

        @Override
        public Optional<String> refusal() {
            return Optional.empty();
        }
    }

    /** Authorized here; somebody else has to approve it at the bank. */
    record Pending() implements Verdict {
        @Override
        public <T> T map(Cases<T> cases) {
            return cases.pending().apply(this);
        }

        @Override
        public Optional<String> refusal() {
            return Optional.empty();
        }
    }

    record Refused(ReasonCode code, String message) implements Verdict {
        @Override
        public <T> T map(Cases<T> cases) {
            return cases.refused().apply(this);
        }

        @Override
        public Optional<String> refusal() {
            return Optional.of(message);
        }
    }

    /** Somebody who has to approve it at the bank rejected it. */
    record RefusedByApprover(String message) implements Verdict {
        @Override
        public <T> T map(Cases<T> cases) {
            return cases.refusedByApprover().apply(this);
        }

        @Override
        public Optional<String> refusal() {
            return Optional.of(message);
        }
    }
}
