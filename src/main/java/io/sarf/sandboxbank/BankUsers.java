package io.sarf.sandboxbank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class BankUsers {
    private BankUsers() {}

    /** Checks the login of a connected person, on each call. */
    static Entry enter(Tx tx, SimulatedBank bank, Login login) throws SQLException {
        Entry entry = knock(tx, bank, login);
        return entry.user().map(BankUser::sessionExpired).orElse(false) ? Entry.denied(Denial.SESSION_EXPIRED) : entry;
    }

    /** Checks a new login; an expired session does not matter, because a new one begins. */
    static Entry knock(Tx tx, SimulatedBank bank, Login login) throws SQLException {
        Optional<BankUser> found =
                tx.one(BankUser::from, BankUser.SELECT + "u.bank = ? and u.user_name = ?", bank, login.userName());
        if (found.isEmpty() || !same(found.get().password(), String.valueOf(login.password()))) {
            return Entry.denied(Denial.WRONG_CREDENTIALS);
        }
        BankUser user = found.get();
        if (user.locked()) {
            return Entry.denied(Denial.LOCKED);
        }
        return user.passwordExpired() ? Entry.denied(Denial.PASSWORD_EXPIRED) : Entry.of(user);
    }

    static void beginSession(Tx tx, BankUser user) throws SQLException {
        tx.update("update bank_user set session_expired = false where id = ?", user.id());
    }

    static Optional<BankUser> find(Tx tx, String id) throws SQLException {
        return tx.one(BankUser::from, BankUser.SELECT + "u.id = ?", id);
    }

    static List<Account> accounts(Tx tx, BankUser user) throws SQLException {
        return tx.list(
                Account::from,
                "select " + Account.COLUMNS + " from account where company = ? order by account_number",
                user.company());
    }

    private static boolean same(String password, String typed) {
        return MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    enum Denial {
        WRONG_CREDENTIALS,
        LOCKED,
        PASSWORD_EXPIRED,
        SESSION_EXPIRED;

        boolean expired() {
            return this == PASSWORD_EXPIRED || this == SESSION_EXPIRED;
        }
    }

    /** Exactly one of the two is present. */
    record Entry(Optional<BankUser> user, Optional<Denial> denial) {
        static Entry of(BankUser user) {
            return new Entry(Optional.of(user), Optional.empty());
        }

        static Entry denied(Denial denial) {
            return new Entry(Optional.empty(), Optional.of(denial));
        }
    }
}
