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

/** What {@link Background} does. Stands between {@link Retried} and the transaction, so that nobody waits with a connection. */
@Background
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class BackgroundLimit {
    /** One for the whole process: interceptors are made one for each bean. */
    @Singleton
    static class Places {
        private final Semaphore free;

        Places(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
            this.free = new Semaphore(Math.max(1, connections / 2), true);
        }
    }

    private final Places places;
    private final TransactionSynchronizationRegistry transactions;

    BackgroundLimit(Places places, TransactionSynchronizationRegistry transactions) {
        this.places = places;
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            // Part of somebody's transaction: waiting here could only hold up who has to give a place back.
            return call.proceed();
        }
        places.free.acquire();
        try {
            return call.proceed();
        } finally {
            places.free.release();
        }
    }
}
