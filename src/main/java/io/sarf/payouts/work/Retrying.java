package io.sarf.payouts.work;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Implements {@link Retried}. Its priority puts it around {@code Transactional}. */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class Retrying {
    private final TransactionSynchronizationRegistry transactions;

    Retrying(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        var tries = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION ? Collisions.TRIES : 1;
        return Collisions.outlasting(tries, call::proceed);
    }
}
