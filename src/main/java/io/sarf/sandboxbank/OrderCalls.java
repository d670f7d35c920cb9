package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often the bank was told to pay under a reference: the witness against paying twice. Also the fence behind
 * <em>not known here</em>: once that is guaranteed for calls up to an instant, a call sent before it that still hangs
 * somewhere is turned away, under the same row lock, so the guarantee needs no trust in how long a network can sleep.
 */
final class OrderCalls {
    static final Duration HORIZON = Duration.ofSeconds(60);

    private final Database database;
    private final BankClock clock;
    private final Switches switches;

    OrderCalls(Database database, BankClock clock, Switches switches) {
        this.database = database;
        this.clock = clock;
        this.switches = switches;
    }

    /** Counts one call, in a transaction of its own that has committed on return. Answers which call this is. */
    int count(PlayedBank bank, String reference) {
        return database.transact(tx -> {
            tx.update(
                    "insert into order_call (bank, reference, calls, violations, not_taken) values (?, ?, 1, 0, false)"
                            + " on duplicate key update calls = calls + 1",
                    bank,
                    reference);
            Counted before = tx.one(
                            row -> new Counted(
                                    row.getInt("calls"),
                                    row.getBoolean("not_taken"),
                                    Tx.maybeInstant(row, "last_called_at")),
                            "select calls, not_taken, last_called_at from order_call where bank = ? and reference = ?",
                            bank,
                            reference)
                    .orElseThrow();
            tx.update(
                    "update order_call set not_taken = false, last_called_at = ?, violations = violations + ?"
                            + " where bank = ? and reference = ?",
                    clock.wall(),
                    violates(tx, bank, reference, before) ? 1 : 0,
                    bank,
                    reference);
            return before.calls();
        });
    }

    private boolean violates(Tx tx, PlayedBank bank, String reference, Counted before) throws SQLException {
        Instant last = before.lastCalledAt();
        if (last == null || before.notTaken()) {
            return false;
        }
        boolean early = clock.wall().isBefore(last.plus(HORIZON));
        return early || (switches.withoutDeduplication() && ordered(tx, bank, reference));
    }

    private static boolean ordered(Tx tx, PlayedBank bank, String reference) throws SQLException {
        return tx.number("select count(*) from payment_order where bank = ? and reference = ?", bank, reference) > 0;
    }

    /** The last call is about to be answered with a certain no, so the next one is no second order. */
    static void notTaken(Tx tx, PlayedBank bank, String reference, int call) throws SQLException {
        tx.update(
                "update order_call set not_taken = true where bank = ? and reference = ? and calls = ?",
                bank,
                reference,
                call);
    }

    /** Locks the reference until the transaction ends; false when the call was sent before the fence. */
    static boolean mayStillBeTaken(Tx tx, PlayedBank bank, String reference, @Nullable Instant sentAt)
            throws SQLException {
        Optional<Instant> fence = tx.one(
                        row -> Optional.ofNullable(Tx.maybeInstant(row, "fence")),
                        "select fence from order_call where bank = ? and reference = ? for update",
                        bank,
                        reference)
                .flatMap(found -> found);
        return fence.isEmpty() || (sentAt != null && sentAt.isAfter(fence.get()));
    }

    /** Whether no call sent up to {@code calledAt} can become an order any more; from then on that is so. */
    boolean guarantee(Tx tx, PlayedBank bank, String reference, @Nullable Instant calledAt) throws SQLException {
        if (calledAt == null) {
            return false;
        }
        tx.update(
                "insert into order_call (bank, reference, calls, violations, not_taken) values (?, ?, 0, 0, false)"
                        + " on duplicate key update calls = calls",
                bank,
                reference);
        Optional<Instant> seen = tx.one(
                        row -> Optional.ofNullable(Tx.maybeInstant(row, "last_called_at")),
                        "select last_called_at from order_call where bank = ? and reference = ? for update",
                        bank,
                        reference)
                .flatMap(found -> found);
        Instant since = seen.filter(calledAt::isBefore).orElse(calledAt);
        // Asked again under the lock: an order may have come in since the caller looked.
        if (clock.wall().isBefore(since.plus(HORIZON)) || ordered(tx, bank, reference)) {
            return false;
        }
        tx.update(
                "update order_call set fence = greatest(coalesce(fence, ?), ?) where bank = ? and reference = ?",
                calledAt,
                calledAt,
                bank,
                reference);
        return true;
    }

    private record Counted(
            int calls, boolean notTaken, @Nullable Instant lastCalledAt) {}
}
