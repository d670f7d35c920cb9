package io.sarf.payouts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterCommitTest {
    private final Transaction transaction = new Transaction();
    private final List<String> nudged = new ArrayList<>();

    @Test
    void a_nudge_is_given_when_the_transaction_has_committed_and_only_then() {
        var afterCommit = new AfterCommit(transaction, true);

        afterCommit.run(() -> nudged.add("first"));
        transaction.end(Status.STATUS_ROLLEDBACK);
        assertThat(nudged).isEmpty();

        afterCommit.run(() -> nudged.add("second"));
        assertThat(nudged).isEmpty();
        transaction.end(Status.STATUS_COMMITTED);
        assertThat(nudged).containsExactly("second");
    }

    @Test
    void a_node_that_only_answers_gives_none() {
        new AfterCommit(transaction, false).run(() -> nudged.add("never"));
        transaction.end(Status.STATUS_COMMITTED);

        assertThat(nudged).isEmpty();
    }

    private static final class Transaction implements TransactionSynchronizationRegistry {
        private final List<Synchronization> waiting = new ArrayList<>();

        void end(int status) {
            waiting.forEach(one -> one.afterCompletion(status));
            waiting.clear();
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
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getResource(Object key) {
            throw new UnsupportedOperationException();
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
