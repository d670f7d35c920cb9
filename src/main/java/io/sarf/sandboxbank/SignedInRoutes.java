package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

final class SignedInRoutes {
    private final Database database;
    private final Maintenance maintenance;

    SignedInRoutes(Database database, Maintenance maintenance) {
        this.database = database;
        this.maintenance = maintenance;
    }

    Reply serve(SimulatedBank bank, Login login, Wish wish) {
        return serve(bank, login, tx -> {}, wish);
    }

    /** @param turnedAway runs in the same transaction if the call is refused */
    Reply serve(SimulatedBank bank, Login login, TurnedAway turnedAway, Wish wish) {
        return database.transact(tx -> {
            BankUsers.Entry entry = BankUsers.enter(tx, bank, login);
            if (entry.user().isEmpty()) {
                turnedAway.note(tx);
                return Reply.ok(denied(entry.denial().orElseThrow()));
            }
            BankUser user = entry.user().get();
            Optional<Instant> until = maintenance.until(tx, bank, user.application());
            if (until.isPresent()) {
                turnedAway.note(tx);
                return Reply.maintenance(until.get().toString());
            }
            return wish.grant(tx, user);
        });
    }

    static ObjectNode denied(BankUsers.Denial denial) {
        return Json.object().put("answer", "denied").put("why", denial.name());
    }

    static ObjectNode refused(String code, String message) {
        return Json.object().put("answer", "refused").put("code", code).put("message", message);
    }

    interface Wish {
        Reply grant(Tx tx, BankUser user) throws SQLException;
    }

    interface TurnedAway {
        void note(Tx tx) throws SQLException;
    }
}
