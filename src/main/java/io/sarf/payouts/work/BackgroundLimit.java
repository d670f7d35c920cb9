package io.sarf.payouts.work;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Runs inside {@link Retried} and before the transaction, so that waiting uses no connection. */
@Background
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class BackgroundLimit {
    /** A singleton, because each bean has its own interceptor instances. */
    @Singleton
    static class Places {
        private final Semaphore free;

        Places(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
            this.free = new Semaphore(Math.max(1, connections / 2), true);
        }
    }

    private final Places permits;
    private final TransactionSynchronizationRegistry transactions;

    BackgroundLimit(Places permits, TransactionSynchronizationRegistry transactions) {
        this.permits = permits;
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            // Part of an open transaction: waiting here could block the one that must return a permit.
            return call.proceed();
        }
        permits.free.acquire();
        try {
            return call.proceed();
        } finally {
            permits.free.release();
        }
    }
}
