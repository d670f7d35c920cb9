package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Double-entry ledger: each posting moves one amount between two accounts, and each subject is posted once. A
 * customer's balance is stored in its row and never falls below the overdraft. The bank's own balances are sums of
 * entries, because a row would make all transactions wait.
 */
final class Ledger {
    static final String FUNDING = "FUNDING";
    static final String SETTLEMENT = "SETTLEMENT";

    private static final Set<String> INTERNAL = Arrays.stream(SimulatedBank.values())
            .flatMap(bank -> Stream.of(bank.internalAccount(FUNDING), bank.internalAccount(SETTLEMENT)))
            .collect(Collectors.toUnmodifiableSet());

    private final Database database;

    Ledger(Database database) {
        this.database = database;
        database.transact(tx -> {
            for (SimulatedBank bank : SimulatedBank.values()) {
                openInternal(tx, bank, FUNDING);
                openInternal(tx, bank, SETTLEMENT);
            }
            return true;
        });
    }

    private static void openInternal(Tx tx, SimulatedBank bank, String purpose) throws SQLException {
        tx.update(
                "insert ignore into account (id, bank, company, name, account_number, iban, currency, balance,"
                        + " overdraft) values (?, ?, null, ?, ?, null, ?, 0, 0)",
                bank.internalAccount(purpose),
                bank,
                purpose,
                purpose,
                bank.currency());
    }

    Account open(Tx tx, SimulatedBank bank, String company, String name, Money balance, Instant at)
            throws SQLException {
        String number = bank.newAccountNumber();
        String iban = bank.iban(number);
        String id = Ids.of("acc");
        tx.update(
                "insert into account (id, bank, company, name, account_number, iban, currency, balance, overdraft)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0, 0)",
                id,
                bank,
                company,
                name,
                number,
                iban,
                bank.currency());
        post(tx, new Posting("OPENING", id, "Opening balance", bank.internalAccount(FUNDING), id, balance, at));
        return new Account(id, name, number, iban, balance);
    }

    /** Returns false, and posts nothing, if the account lacks funds. */
    boolean post(Tx tx, Posting posting) throws SQLException {
        Long left = move(tx, posting.from(), -posting.amount().getAmountMinorLong());
        if (left == null) {
            return false;
        }
        Long grown = move(tx, posting.to(), posting.amount().getAmountMinorLong());
        long number = tx.insert(
                "insert into posting (kind, subject, note, posted_at) values (?, ?, ?, ?)",
                posting.kind(),
                posting.subject(),
                posting.note(),
                posting.at());
        enter(tx, number, posting.from(), posting.amount().negated(), left);
        enter(tx, number, posting.to(), posting.amount(), grown);
        return true;
    }

    /** Returns the new balance, or null if the account lacks funds. */
    private static @Nullable Long move(Tx tx, String account, long amount) throws SQLException {
        if (INTERNAL.contains(account)) {
            return 0L;
        }
        int moved = tx.update(
                "update account set balance = balance + ? where id = ? and balance + ? + overdraft >= 0",
                amount,
                account,
                amount);
        return moved == 1 ? tx.number("select balance from account where id = ?", account) : null;
    }

    private static void enter(Tx tx, long posting, String account, Money amount, @Nullable Long balanceAfter)
            throws SQLException {
        tx.update(
                "insert into ledger_entry (posting, account, currency, amount, balance_after) values (?, ?, ?, ?, ?)",
                posting,
                account,
                amount.getCurrencyUnit().getCode(),
                amount.getAmountMinorLong(),
                balanceAfter);
    }

    List<StatementLine> statement(String account, int limit) {
        return database.transact(tx -> tx.list(
                row -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    return new StatementLine(
                            Tx.instant(row, "posted_at"),
                            row.getString("kind"),
                            row.getString("subject"),
                            row.getString("note"),
                            Money.ofMinor(currency, row.getLong("amount")),
                            Money.ofMinor(currency, row.getLong("balance_after")));
                },
                "select p.posted_at, p.kind, p.subject, p.note, e.currency, e.amount, e.balance_after"
                        + " from ledger_entry e join posting p on p.id = e.posting"
                        + " where e.account = ? order by e.id desc limit ?",
                account,
                limit));
    }

    record Posting(String kind, String subject, String note, String from, String to, Money amount, Instant at) {}

    record StatementLine(Instant at, String kind, String subject, String note, Money amount, Money balance) {}
}
