package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class Maintenance {
    static final String EVERYBODY = "";

    private final BankClock clock;

    Maintenance(BankClock clock) {
        this.clock = clock;
    }

    Optional<Instant> until(Tx tx, SimulatedBank bank, String application) throws SQLException {
        return tx.one(
                row -> Tx.instant(row, "until"),
                "select until from maintenance where bank = ? and application in (?, '') and until > ?"
                        + " order by until desc limit 1",
                bank,
                application,
                clock.now());
    }

    void close(Tx tx, SimulatedBank bank, String application, Duration length) throws SQLException {
        tx.update(
                "insert into maintenance (bank, application, until) values (?, ?, ?)"
                        + " on duplicate key update until = values(until)",
                bank,
                application,
                clock.now().plus(length));
    }
}
