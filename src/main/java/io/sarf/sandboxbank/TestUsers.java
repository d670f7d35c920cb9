package io.sarf.sandboxbank;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** All test users an application has at one bank belong to the same company and see the same accounts. */
final class TestUsers {
    private static final int MOST = 100;

    private final Database database;
    private final Ledger ledger;
    private final BankClock clock;

    TestUsers(Database database, Ledger ledger, BankClock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Creates the first users; a second call changes nothing. */
    List<BankUser> open(String application, @Nullable String label) {
        return database.transact(tx -> {
            boolean opened = tx.number("select count(*) from company where application = ?", application) > 0;
            if (!opened) {
                openAll(tx, application, label);
            }
            return list(tx, application);
        });
    }

    private void openAll(Tx tx, String application, @Nullable String label) throws SQLException {
        for (SimulatedBank bank : SimulatedBank.values()) {
            String company = company(tx, application, bank, label);
            for (TestUserKind kind : firstSet(bank)) {
                make(tx, company, bank, kind);
            }
        }
    }

    private static List<TestUserKind> firstSet(SimulatedBank bank) {
        return switch (bank) {
            case SANDBOX_SME_UAE ->
                List.of(
                        TestUserKind.AUTHORIZER,
                        TestUserKind.AUTHORIZER,
                        TestUserKind.AUTHORIZER_WITH_OTP,
                        TestUserKind.MAKER,
                        TestUserKind.PASSWORD_EXPIRED,
                        TestUserKind.LOCKED);
            case SANDBOX_SME_KSA -> List.of(TestUserKind.AUTHORIZER, TestUserKind.AUTHORIZER, TestUserKind.MAKER);
            case SANDBOX_RETAIL_UAE -> List.of(TestUserKind.RETAIL);
        };
    }

    List<BankUser> list(String application) {
        return database.transact(tx -> list(tx, application));
    }

    private static List<BankUser> list(Tx tx, String application) throws SQLException {
        return tx.list(
                BankUser::from,
                BankUser.SELECT + "c.application = ? order by u.created_at, u.bank, u.kind, u.user_name",
                application);
    }

    BankUser add(String application, SimulatedBank bank, TestUserKind kind, @Nullable String label) {
        if (bank.retail() != (kind == TestUserKind.RETAIL)) {
            throw new BadRequest(bank + " has no user of the kind " + kind);
        }
        return database.transact(tx -> {
            if (list(tx, application).size() >= MOST) {
                throw new BadRequest("An application has at most " + MOST + " test users");
            }
            return make(tx, company(tx, application, bank, label), bank, kind);
        });
    }

    boolean delete(String application, String user) {
        return change("deleted = true", application, user);
    }

    boolean expireSession(String application, String user) {
        return change("session_expired = true", application, user);
    }

    boolean expirePassword(String application, String user) {
        return change("password_expired = true", application, user);
    }

    Optional<BankUser> renewPassword(String application, String user) {
        return database.transact(tx -> {
            tx.update(
                    "update bank_user u join company c on c.id = u.company"
                            + " set u.password = ?, u.password_expired = false, u.locked = false"
                            + " where u.id = ? and c.application = ? and not u.deleted",
                    Ids.word(12),
                    user,
                    application);
            return tx.one(BankUser::from, BankUser.SELECT + "u.id = ? and c.application = ?", user, application);
        });
    }

    private boolean change(String assignment, String application, String user) {
        return database.transact(tx -> tx.update(
                        "update bank_user u join company c on c.id = u.company set u." + assignment
                                + " where u.id = ? and c.application = ? and not u.deleted",
                        user,
                        application)
                == 1);
    }

    private String company(Tx tx, String application, SimulatedBank bank, @Nullable String label) throws SQLException {
        String id = Ids.of("com");
        int opened = tx.update(
                "insert ignore into company (id, application, bank, name) values (?, ?, ?, ?)",
                id,
                application,
                bank,
                label == null || label.isBlank() ? "Sandbox company" : label);
        if (opened == 1) {
            Instant now = clock.now();
            ledger.open(tx, bank, id, "Current account", money(bank, "1000000.00"), now);
            ledger.open(tx, bank, id, "Payroll account", money(bank, "250000.00"), now);
            return id;
        }
        return tx.one(
                        row -> row.getString("id"),
                        "select id from company where application = ? and bank = ?",
                        application,
                        bank)
                .orElseThrow();
    }

    private static Money money(SimulatedBank bank, String amount) {
        return Money.of(CurrencyUnit.of(bank.currency()), new BigDecimal(amount));
    }

    private BankUser make(Tx tx, String company, SimulatedBank bank, TestUserKind kind) throws SQLException {
        String id = Ids.of("usr");
        String tail = Ids.word(6);
        String shown = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        tx.update(
                "insert into bank_user (id, company, bank, user_name, password, display_name, kind, authorizer,"
                        + " otp_at_connect, locked, password_expired, session_expired, held, deleted, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, false, false, ?)",
                id,
                company,
                bank,
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + tail,
                Ids.word(12),
                shown.replace('_', ' ') + " " + tail,
                kind,
                kind.authorizer(),
                kind == TestUserKind.AUTHORIZER_WITH_OTP,
                kind == TestUserKind.LOCKED,
                kind == TestUserKind.PASSWORD_EXPIRED,
                clock.wall());
        return BankUsers.find(tx, id).orElseThrow();
    }
}
