package io.sarf.sandboxbank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls to pay under each reference, as evidence against double payment. Also the fence behind <em>not known
 * here</em>: once guaranteed up to an instant, calls sent before it are refused under the same row lock, so the
 * guarantee does not depend on how long the network delays a call.
 */
final class OrderCalls {
    static final Duration HORIZON = Duration.ofSeconds(60);

    /** MariaDB's error code for a key that is taken. */
    private static final int KNOWN = 1062;

    private final Database database;
    private final BankClock clock;
    private final Simulation switches;

    OrderCalls(Database database, BankClock clock, Simulation switches) {
        this.database = database;
        this.clock = clock;
        this.switches = switches;
    }

    /** Returns the number of the call; 0 for a copy made by the network or a call sent before the fence. Commits. */
    int count(SimulatedBank bank, String reference, Call call) {
        if (database.transact(tx -> first(tx, bank, reference, call))) {
            return 1;
        }
        return database.transact(tx -> {
            Counted before = tx.one(
                            Counted::from,
                            "select calls, not_taken, last_called_at, last_request, fence from order_call"
                                    + " where bank = ? and reference = ? for update",
                            bank,
                            reference)
                    .orElseThrow();
            if (before.isCopy(call) || before.isFenced(call)) {
                return 0;
            }
            tx.update(
                    "update order_call set calls = calls + 1, violations = violations + ?, not_taken = false,"
                            + " last_called_at = ?, last_request = ?, last_sent_at = ? where bank = ? and reference = ?",
                    violates(tx, bank, reference, before) ? 1 : 0,
                    clock.wall(),
                    call.request(),
                    call.sentAt(),
                    bank,
                    reference);
            return before.calls() + 1;
        });
    }

    /** False if the reference is known. Commit before anything else locks it: two that only looked would wait for each other. */
    private boolean first(Tx tx, SimulatedBank bank, String reference, Call call) throws SQLException {
        try {
            tx.update(
                    "insert into order_call (bank, reference, calls, violations, not_taken, last_called_at,"
                            + " last_request, last_sent_at) values (?, ?, 1, 0, false, ?, ?, ?)",
                    bank,
                    reference,
                    clock.wall(),
                    call.request(),
                    call.sentAt());
            return true;
        } catch (SQLException refused) {
            if (refused.getErrorCode() == KNOWN) {
                return false;
            }
            throw refused;
        }
    }

    private boolean violates(Tx tx, SimulatedBank bank, String reference, Counted before) throws SQLException {
        Instant last = before.lastCalledAt();
        if (last == null || before.notTaken()) {
            return false;
        }
        boolean early = clock.wall().isBefore(last.plus(HORIZON));
        return early || (switches.withoutDeduplication() && ordered(tx, bank, reference));
    }

    private static boolean ordered(Tx tx, SimulatedBank bank, String reference) throws SQLException {
        return tx.number("select count(*) from payment_order where bank = ? and reference = ?", bank, reference) > 0;
    }

    /** Records that the last call certainly failed: the next one is no second order, and copies of it are ignored. */
    static void notTaken(Tx tx, SimulatedBank bank, String reference, int call) throws SQLException {
        tx.update(
                "update order_call set not_taken = true,"
                        + " fence = coalesce(greatest(fence, last_sent_at), last_sent_at, fence)"
                        + " where bank = ? and reference = ? and calls = ? and calls > 0",
                bank,
                reference,
                call);
    }

    /** Locks the reference until the transaction ends; false if the call was sent before the fence. */
    static boolean mayStillBeTaken(Tx tx, SimulatedBank bank, String reference, @Nullable Instant sentAt)
            throws SQLException {
        Optional<Instant> fence = tx.one(
                        row -> Optional.ofNullable(Tx.maybeInstant(row, "fence")),
                        "select fence from order_call where bank = ? and reference = ? for update",
                        bank,
                        reference)
                .flatMap(found -> found);
        return fence.isEmpty() || (sentAt != null && sentAt.isAfter(fence.get()));
    }

    /** Whether no call sent up to {@code calledAt} can still become an order; if so, sets the fence. */
    boolean guarantee(Tx tx, SimulatedBank bank, String reference, @Nullable Instant calledAt) throws SQLException {
        if (calledAt == null) {
            return false;
        }
        tx.update(FIRST_HEARD_OF, bank, reference);
        Optional<Instant> seen = tx.one(
                        row -> Optional.ofNullable(Tx.maybeInstant(row, "last_called_at")),
                        "select last_called_at from order_call where bank = ? and reference = ? for update",
                        bank,
                        reference)
                .flatMap(found -> found);
        Instant since = seen.filter(calledAt::isBefore).orElse(calledAt);
        // Checked again under the lock: an order may have arrived since the caller looked.
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

    private static final String FIRST_HEARD_OF =
            "insert into order_call (bank, reference, calls, violations, not_taken) values (?, ?, 0, 0, false)"
                    + " on duplicate key update calls = calls";

    /** @param request the caller's id of this request, the same on every copy; null if the caller sends none */
    record Call(@Nullable String request, @Nullable Instant sentAt) {}

    private record Counted(
            int calls,
            boolean notTaken,
            @Nullable Instant lastCalledAt,
            @Nullable String lastRequest,
            @Nullable Instant fence) {
        static Counted from(ResultSet row) throws SQLException {
            return new Counted(
                    row.getInt("calls"),
                    row.getBoolean("not_taken"),
                    Tx.maybeInstant(row, "last_called_at"),
                    row.getString("last_request"),
                    Tx.maybeInstant(row, "fence"));
        }

        boolean isCopy(Call call) {
            return lastRequest != null && lastRequest.equals(call.request());
        }

        boolean isFenced(Call call) {
            return fence != null && call.sentAt() != null && !call.sentAt().isAfter(fence);
        }
    }
}
