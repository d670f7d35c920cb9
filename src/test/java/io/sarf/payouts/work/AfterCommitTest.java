package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AfterCommitTest {
    private final Transaction transaction = new Transaction();
    private final List<String> nudged = new ArrayList<>();

    @Test
    void a_nudge_is_given_when_the_transaction_has_committed_and_only_then() {
        var afterCommit = new AfterCommit(transaction, true);

        afterCommit.once("work", () -> nudged.add("first"));
        transaction.end(Status.STATUS_ROLLEDBACK);
        assertThat(nudged).isEmpty();

        afterCommit.once("work", () -> nudged.add("second"));
        assertThat(nudged).isEmpty();
        transaction.end(Status.STATUS_COMMITTED);
        assertThat(nudged).containsExactly("second");
    }

    @Test
    void what_is_nudged_ten_thousand_times_in_one_transaction_is_nudged_once() {
        var afterCommit = new AfterCommit(transaction, true);

        for (var i = 0; i < 10_000; i++) {
            afterCommit.once("payouts", () -> nudged.add("payouts"));
            afterCommit.once("mails", () -> nudged.add("mails"));
        }
        transaction.end(Status.STATUS_COMMITTED);
        afterCommit.once("payouts", () -> nudged.add("the next transaction"));
        transaction.end(Status.STATUS_COMMITTED);

        assertThat(nudged).containsExactly("payouts", "mails", "the next transaction");
    }

    @Test
    void a_node_that_only_answers_gives_none() {
        new AfterCommit(transaction, false).once("work", () -> nudged.add("never"));
        transaction.end(Status.STATUS_COMMITTED);

        assertThat(nudged).isEmpty();
    }

    private static final class Transaction implements TransactionSynchronizationRegistry {
        private final List<Synchronization> waiting = new ArrayList<>();
        private final Map<Object, Object> resources = new HashMap<>();

        void end(int status) {
            waiting.forEach(one -> one.afterCompletion(status));
            waiting.clear();
            resources.clear();
        }

        @Override
        public void registerInterposedSynchronization(Synchronization one) {
            waiting.add(one);
        }

        @Override
        public int getTransactionStatus() {
            return Status.STATUS_ACTIVE;
        }

        @Override
        public Object getTransactionKey() {
            return this;
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.put(key, value);
        }

        @Override
        public @Nullable Object getResource(Object key) {
            return resources.get(key);
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }
}
