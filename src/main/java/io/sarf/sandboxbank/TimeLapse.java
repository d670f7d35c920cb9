package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.time.Duration;

/** Shortens all waits of one application. Past dates and intervals between the bank and its callers stay. */
final class TimeLapse {
    static final Duration LONGEST = Duration.ofDays(31);

    private static final String COMPANIES = "(select id from company where application = ?)";

    private final Database database;
    private final Settlement settling;

    TimeLapse(Database database, Settlement settling) {
        this.database = database;
        this.settling = settling;
    }

    /** @param by between a second and {@link #LONGEST} */
    void pass(String application, Duration by) {
        if (by.toSeconds() < 1 || by.compareTo(LONGEST) > 0) {
            throw new BadRequest("Between a second and " + LONGEST.toDays() + " days");
        }
        database.transact(tx -> nearer(tx, application, by.toSeconds()));
        settling.settleAll();
    }

    private static int nearer(Tx tx, String application, long seconds) throws SQLException {
        return tx.update(
                        "update payment_order set due_at = due_at - interval ? second"
                                + " where due_at is not null and company in " + COMPANIES,
                        seconds,
                        application)
                + tx.update(
                        "update beneficiary set cool_off_until = cool_off_until - interval ? second"
                                + " where cool_off_until is not null and company in " + COMPANIES,
                        seconds,
                        application)
                + tx.update(
                        "update challenge set expires_at = expires_at - interval ? second"
                                + " where bank_user in (select id from bank_user where company in " + COMPANIES + ")",
                        seconds,
                        application)
                + tx.update(
                        "update maintenance set until = until - interval ? second where application = ?",
                        seconds,
                        application);
    }
}
