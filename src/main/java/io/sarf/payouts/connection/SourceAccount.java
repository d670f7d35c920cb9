package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.BankAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An account that payouts are paid from. */
@Entity
public class SourceAccount implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private ConnectionId connection;
    private String bank;
    private String bankAccount;
    private String name;
    private String accountNumber;
    private String iban;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal balance;
    private Instant balanceAt;

    @SuppressWarnings("NullAway.Init")
    protected SourceAccount() {}

    SourceAccount(AccountId id, Scope scope, ConnectionId connection, String bank, BankAccount account, Instant at) {
        this.id = id.value();
        this.scope = scope;
        this.connection = connection;
        this.bank = bank;
        this.bankAccount = account.id();
        this.name = account.name();
        this.accountNumber = account.accountNumber();
        this.iban = account.iban();
        this.currency = account.currency();
        this.balance = account.balance();
        this.balanceAt = at;
    }

    /** By the credentials that pay from it now; they change when the bank is connected anew. */
    void refreshed(ConnectionId by, BigDecimal balance, Instant at) {
        this.connection = by;
        this.balance = balance;
        this.balanceAt = at;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    public AccountId id() {
        return new AccountId(id);
    }

    public ConnectionId connection() {
        return connection;
    }

    public String bank() {
        return bank;
    }

    /** The bank's own name for the account. */
    public String bankAccount() {
        return bankAccount;
    }

    public String name() {
        return name;
    }

    public String accountNumber() {
        return accountNumber;
    }

    public String iban() {
        return iban;
    }

    public CurrencyUnit currency() {
        return CurrencyUnit.of(currency);
    }

    /** As the bank last told it; see {@link #balanceAt}. */
    public Money balance() {
        return Money.of(currency(), balance, RoundingMode.UNNECESSARY);
    }

    public Instant balanceAt() {
        return balanceAt;
    }
}
