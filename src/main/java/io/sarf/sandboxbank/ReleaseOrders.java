package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Authorizes orders in parallel, each in its own transaction, so that a long list does not block others. */
final class ReleaseOrders {
    static final String PACE = "authorization-pace";
    private static final int AT_ONCE = 8;

    private final Database database;
    private final Orders orders;
    private final Approvals approvals;
    private final Simulation switches;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread hand = new Thread(work, "release");
        hand.setDaemon(true);
        return hand;
    });

    ReleaseOrders(Database database, Orders orders, Approvals approvals, Simulation switches) {
        this.database = database;
        this.orders = orders;
        this.approvals = approvals;
        this.switches = switches;
    }

    /** Waits until all are done; the caller must not have locked the orders. */
    Reply all(BankUser user, List<String> references) {
        List<Future<Optional<Released>>> going = references.stream()
                .map(reference -> workers.submit(() -> one(user, reference)))
                .toList();
        List<Released> released = new ArrayList<>();
        going.forEach(one -> await(one).ifPresent(released::add));
        return answer(released);
    }

    Reply all(Tx tx, List<PaymentOrder> held) throws SQLException {
        List<Released> released = new ArrayList<>();
        for (PaymentOrder order : held) {
            released.add(release(tx, order));
        }
        return answer(released);
    }

    private Optional<Released> one(BankUser user, String reference) throws InterruptedException {
        Thread.sleep(
                Duration.parse(switches.value(PACE, Duration.ZERO.toString())).toMillis());
        return database.transact(tx -> {
            Optional<PaymentOrder> order = orders.lock(tx, user.bank(), reference)
                    .filter(found -> found.company().equals(user.company()));
            return order.isEmpty() ? Optional.<Released>empty() : Optional.of(release(tx, order.get()));
        });
    }

    private Released release(Tx tx, PaymentOrder order) throws SQLException {
        boolean answerLost = order.queued() && order.rehearses(AmountTrigger.APPROVAL_ANSWER_LOST);
        PaymentOrder after = order.rehearses(AmountTrigger.REJECTED_BY_APPROVER)
                ? approvals.reject(tx, order)
                : approvals.approve(tx, order);
        return new Released(after, answerLost);
    }

    private static <T> T await(Future<T> one) {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("An order could not be released", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Reply answer(List<Released> released) {
        return released.stream().anyMatch(Released::answerLost)
                ? new Reply.Cut()
                : Reply.ok(results(released.stream().map(Released::order).toList()));
    }

    static ObjectNode results(List<PaymentOrder> released) {
        ArrayNode results = Json.array();
        released.forEach(order -> results.add(order.result()));
        return Json.object().put("answer", "done").set("results", results);
    }

    private record Released(PaymentOrder order, boolean answerLost) {}
}
