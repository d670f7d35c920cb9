package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

final class Orders {
    private static final int PAGE = 500;

    private final Database database;
    private final BankClock clock;
    private final OrderCalls calls;

    Orders(Database database, BankClock clock, OrderCalls calls) {
        this.database = database;
        this.clock = clock;
        this.calls = calls;
    }

    Optional<PaymentOrder> find(Tx tx, SimulatedBank bank, String reference) throws SQLException {
        return tx.one(
                PaymentOrder::from,
                PaymentOrder.SELECT + "o.bank = ? and o.reference = ?",
                clock.now(),
                bank,
                reference);
    }

    Optional<PaymentOrder> lock(Tx tx, SimulatedBank bank, String reference) throws SQLException {
        tx.one(
                row -> row.getString("id"),
                "select id from payment_order where bank = ? and reference = ? for update",
                bank,
                reference);
        return find(tx, bank, reference);
    }

    /** Locks those that are known, in the order of their references. */
    List<PaymentOrder> lock(Tx tx, SimulatedBank bank, List<String> sorted) throws SQLException {
        List<PaymentOrder> locked = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += PAGE) {
            List<String> some = sorted.subList(from, Math.min(sorted.size(), from + PAGE));
            String in = " in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ") order by ";
            tx.list(
                    row -> row.getString("id"),
                    "select id from payment_order force index (primary) where bank = ? and reference" + in
                            + "reference for update",
                    Stream.concat(Stream.of(bank), some.stream()).toArray());
            locked.addAll(tx.list(
                    PaymentOrder::from,
                    PaymentOrder.SELECT + "o.bank = ? and o.reference" + in + "o.reference",
                    Stream.concat(Stream.of(clock.now(), bank), some.stream()).toArray()));
        }
        return locked;
    }

    PaymentOrder insert(Tx tx, BankUser user, String reference, NewOrder asked, Money amount, Beginning beginning)
            throws SQLException {
        Instant now = clock.now();
        tx.update(
                "insert into payment_order (bank, reference, id, company, account, beneficiary, amount, currency,"
                        + " description, in_portal, state, code, message, queued_by, queued_at, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                user.bank(),
                reference,
                Ids.of("ord"),
                user.company(),
                asked.account(),
                asked.beneficiary(),
                amount.getAmountMinorLong(),
                amount.getCurrencyUnit().getCode(),
                asked.description(),
                asked.inPortal(),
                beginning.code() == null ? OrderState.QUEUED : OrderState.REFUSED,
                beginning.code(),
                beginning.message(),
                user.id(),
                now,
                now);
        return find(tx, user.bank(), reference).orElseThrow();
    }

    /** Simulates a second order under the same reference. */
    PaymentOrder copy(Tx tx, PaymentOrder order) throws SQLException {
        tx.update(
                "update payment_order set copies = copies + 1 where bank = ? and reference = ?",
                order.bank(),
                order.reference());
        return lock(tx, order.bank(), order.reference()).orElseThrow();
    }

    PaymentOrder move(Tx tx, PaymentOrder order, Step step) throws SQLException {
        int moved = tx.update(
                "update payment_order set state = ?, code = ?, message = ?,"
                        + " bank_reference = coalesce(?, bank_reference), due_at = ?, changed_at = ?,"
                        + " change_number = null where bank = ? and reference = ? and state = ?",
                step.state(),
                step.code(),
                step.message(),
                step.bankReference(),
                step.dueAt(),
                clock.now(),
                order.bank(),
                order.reference(),
                order.state());
        if (moved != 1) {
            throw new IllegalStateException("Order " + order.reference() + " was moved without its lock");
        }
        return order.at(step);
    }

    ObjectNode status(SimulatedBank bank, String reference, @Nullable Instant calledAt) {
        return database.transact(tx -> {
            Optional<PaymentOrder> found = find(tx, bank, reference);
            if (found.isPresent()) {
                return found.get().json();
            }
            boolean guaranteed = calls.guarantee(tx, bank, reference, calledAt);
            return find(tx, bank, reference)
                    .map(PaymentOrder::json)
                    .orElseGet(() -> Json.object()
                            .put("reference", reference)
                            .put("status", "not_known")
                            .put("guaranteed", guaranteed));
        });
    }

    ObjectNode cancel(Tx tx, BankUser user, String reference) throws SQLException {
        Optional<PaymentOrder> found =
                lock(tx, user.bank(), reference).filter(order -> order.company().equals(user.company()));
        if (found.isEmpty()) {
            ObjectNode unknown = Json.object().put("status", "not_known").put("guaranteed", false);
            return Json.object().put("answer", "too_late").set("order", unknown);
        }
        PaymentOrder order = found.get();
        if (order.state() == OrderState.TAKEN_BACK) {
            return Json.object().put("answer", "taken_back");
        }
        if (!order.queued()) {
            return Json.object().put("answer", "too_late").set("order", order.json());
        }
        move(tx, order, Step.to(OrderState.TAKEN_BACK));
        return Json.object().put("answer", "taken_back");
    }

    /**
     * Orders that changed after the cursor, each once with its current state. Change numbers are assigned on read, by
     * one reader at a time: numbers assigned on write could become visible out of order and be skipped.
     */
    ObjectNode changes(SimulatedBank bank, long cursor) {
        database.transact(tx -> number(tx, bank));
        return database.transact(tx -> {
            ArrayNode json = Json.array();
            long[] next = {cursor};
            List<PaymentOrder> changed = tx.list(
                    row -> {
                        next[0] = row.getLong("change_number");
                        return PaymentOrder.from(row);
                    },
                    PaymentOrder.SELECT + "o.bank = ? and o.change_number > ? order by o.change_number limit ?",
                    clock.now(),
                    bank,
                    cursor,
                    PAGE);
            changed.forEach(order -> json.add(order.json()));
            ObjectNode page = Json.object().put("next", Long.toString(next[0]));
            return page.set("changes", json);
        });
    }

    private static int number(Tx tx, SimulatedBank bank) throws SQLException {
        String counter = "changes:" + bank;
        tx.update("insert ignore into setting (name, value) values (?, '0')", counter);
        long last = tx.number("select value from setting where name = ? for update", counter);
        List<String> waiting = tx.list(
                row -> row.getString("reference"),
                "select reference from payment_order where bank = ? and change_number is null"
                        + " order by changed_at limit 1000 for update skip locked",
                bank);
        List<@Nullable Object[]> numbers = new ArrayList<>();
        for (String reference : waiting) {
            numbers.add(new Object[] {++last, bank, reference});
        }
        tx.updateAll("update payment_order set change_number = ? where bank = ? and reference = ?", numbers);
        Simulation.store(tx, counter, Long.toString(last));
        return waiting.size();
    }

    record Beginning(@Nullable String code, @Nullable String message) {
        static Beginning queued() {
            return new Beginning(null, null);
        }

        static Beginning refused(String code, String message) {
            return new Beginning(code, message);
        }
    }

    record Step(
            OrderState state,
            @Nullable String code,
            @Nullable String message,
            @Nullable String bankReference,
            @Nullable Instant dueAt) {
        static Step to(OrderState state) {
            return new Step(state, null, null, null, null);
        }
    }
}
