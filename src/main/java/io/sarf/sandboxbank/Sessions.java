package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class Sessions {
    private final Database database;
    private final Challenges challenges;
    private final Maintenance maintenance;
    private final SignedInRoutes counter;

    Sessions(Database database, Challenges challenges, Maintenance maintenance, SignedInRoutes counter) {
        this.database = database;
        this.challenges = challenges;
        this.maintenance = maintenance;
        this.counter = counter;
    }

    Reply connect(SimulatedBank bank, Login login) {
        return database.transact(tx -> {
            BankUsers.Entry entry = BankUsers.knock(tx, bank, login);
            if (entry.user().isEmpty()) {
                return Reply.ok(SignedInRoutes.denied(entry.denial().orElseThrow()));
            }
            BankUser user = entry.user().get();
            Optional<Instant> until = maintenance.until(tx, bank, user.application());
            if (until.isPresent()) {
                return Reply.maintenance(until.get().toString());
            }
            if (bank.retail()) {
                return Reply.ok(Json.object().put("answer", "denied").put("why", "NOT_FOR_PAYOUTS"));
            }
            return Reply.ok(
                    user.otpAtConnect()
                            ? challenges
                                    .open(tx, Challenges.Purpose.CONNECT, user, List.of())
                                    .json()
                            : connected(tx, user));
        });
    }

    Reply complete(String id, String otp) {
        return database.transact(tx -> {
            Optional<Challenges.Challenge> found = challenges.lock(tx, Challenges.Purpose.CONNECT, id);
            if (found.isEmpty()) {
                return Reply.ok(Json.object().put("answer", "closed"));
            }
            Challenges.Challenge challenge = found.get();
            Optional<BankUser> user = BankUsers.find(tx, challenge.bankUser());
            if (user.isEmpty()) {
                return Reply.ok(Json.object().put("answer", "closed"));
            }
            return Reply.ok(
                    switch (challenges.answer(tx, challenge, otp)) {
                        case WRONG ->
                            Json.object().put("answer", "wrong_otp").put("attempts_left", challenge.attemptsLeft() - 1);
                        case CLOSED, DONE_BEFORE -> Json.object().put("answer", "closed");
                        case RIGHT -> connected(tx, user.get());
                    });
        });
    }

    private static ObjectNode connected(Tx tx, BankUser user) throws SQLException {
        BankUsers.beginSession(tx, user);
        return accounts(tx, user)
                .put("answer", "connected")
                .put("bank_user", user.id())
                .put("display_name", user.displayName())
                .put("authorizer", user.authorizer());
    }

    Reply accounts(SimulatedBank bank, Login login) {
        return counter.serve(
                bank, login, (tx, user) -> Reply.ok(accounts(tx, user).put("answer", "accounts")));
    }

    private static ObjectNode accounts(Tx tx, BankUser user) throws SQLException {
        ArrayNode list = Json.array();
        for (Account account : BankUsers.accounts(tx, user)) {
            list.add(Json.object()
                    .put("id", account.id())
                    .put("name", account.name())
                    .put("account_number", account.accountNumber())
                    .put("iban", account.iban())
                    .put("currency", account.currency())
                    .put("balance", account.amount().toPlainString()));
        }
        return Json.object().set("accounts", list);
    }

    /** The credentials now authorize without a code and are blocked in the portal. */
    Reply hold(SimulatedBank bank, Login login) {
        return counter.serve(bank, login, (tx, user) -> {
            if (!user.authorizer()) {
                return Reply.ok(
                        SignedInRoutes.refused("EU_FUNCTIONALITY_RESTRICTED", "This user may not authorize payments"));
            }
            tx.update("update bank_user set held = true where id = ?", user.id());
            tx.update("delete from portal_session where bank_user = ?", user.id());
            return Reply.ok(Json.object().put("answer", "held").put("bank_user", user.id()));
        });
    }

    Reply release(SimulatedBank bank, String user) {
        return database.transact(tx -> {
            tx.update("update bank_user set held = false where id = ? and bank = ?", user, bank);
            return Reply.ok(Json.object().put("answer", "released"));
        });
    }
}
