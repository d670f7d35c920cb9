package io.sarf.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** What others wait for while the bank gets to know the new payees of one company. */
final class NewPayees {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /**
     * Milliseconds from the call; -1 for what did not happen within the limit.
     *
     * @param destination another company adds one by the API, which waits for the bank
     * @param newPayee its bulk payment of one row brings one, which waits for its turn
     * @param othersPayout it pays somebody known
     * @param ownPayout the company with the many new payees pays somebody known
     */
    record Beside(long destination, long newPayee, long othersPayout, long ownPayout) {}

    private interface Post {
        void run() throws IOException, InterruptedException;
    }

    private final StartedProduct product;
    private final Database database;
    private final World world;
    private final World other;
    private final Caller own;
    private final Caller others;

    NewPayees(StartedProduct product, Database database, World world, World other)
            throws IOException, InterruptedException {
        this.product = product;
        this.database = database;
        this.world = world;
        this.other = other;
        this.own = world.caller(product);
        this.others = other.caller(product);
    }

    /** One after the other, on a thread of its own. */
    CompletableFuture<Beside> measured() {
        return supplied(() -> {
            var destination = timed(
                    () -> others.post(
                            product, "/payouts/v1/payment/destinations", "[" + BulkBody.newDestination() + "]"),
                    knownPayees());
            var newPayee =
                    timed(() -> others.post(product, BulkBody.PATH, BulkBody.toNewPayees(other, 1)), knownPayees());
            var othersPayout = timed(() -> others.payOnce(product), acceptedToKnown(other));
            var ownPayout = timed(() -> own.payOnce(product), acceptedToKnown(world));
            return new Beside(destination, newPayee, othersPayout, ownPayout);
        });
    }

    private static <T> CompletableFuture<T> supplied(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException("What others wait for was not measured", e);
            }
        });
    }

    private String knownPayees() {
        return "beneficiary WHERE application = '" + other.application() + "' AND status = 'ACTIVE'";
    }

    private static String acceptedToKnown(World company) {
        return company.payouts() + " AND destination = '" + company.destination() + "' AND status = 'ACCEPTED_BY_BANK'";
    }

    /** Until there is one row more. */
    private long timed(Post post, String rows) throws IOException, SQLException, InterruptedException {
        var before = database.count(rows);
        var began = System.nanoTime();
        post.run();
        while (database.count(rows) <= before) {
            if (System.nanoTime() - began > LIMIT.toNanos()) {
                return -1;
            }
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
