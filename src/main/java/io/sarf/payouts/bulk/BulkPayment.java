package io.sarf.payouts.bulk;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.SourceAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Payouts from one account that were created together. */
@Entity
class BulkPayment implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private AccountId sourceAccount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal totalAmount;

    private int totalPayments;

    @Enumerated(EnumType.STRING)
    private BulkStatus status;

    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected BulkPayment() {}

    BulkPayment(UUID id, Scope scope, SourceAccount from, Money total, int payments, Instant at) {
        this.id = id;
        this.scope = scope;
        this.sourceAccount = from.id();
        this.currency = from.currency().getCode();
        this.totalAmount = total.getAmount();
        this.totalPayments = payments;
        this.status = BulkStatus.AWAITING_AUTHORIZATION;
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** Its payouts stand elsewhere in all now. */
    void stands(BulkStatus now, Instant at) {
        status = now;
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    AccountId sourceAccount() {
        return sourceAccount;
    }

    Money total() {
        return Money.of(CurrencyUnit.of(currency), totalAmount, RoundingMode.UNNECESSARY);
    }

    int totalPayments() {
        return totalPayments;
    }

    BulkStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
