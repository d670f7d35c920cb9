package io.sarf.payouts.quarantine;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.SourceAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class QuarantinedOrder implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private String bank;
    private AccountId sourceAccount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 30)
    private OurReference reference;

    private String bankSays;
    private Instant seenAt;
    private @Nullable Instant clearedAt;
    private @Nullable String clearedBy;
    private @Nullable String reason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected QuarantinedOrder() {}

    QuarantinedOrder(UUID id, SourceAccount account, OurReference reference, String bankSays, Instant at) {
        this.id = id;
        this.scope = account.scope();
        this.bank = account.bank();
        this.sourceAccount = account.id();
        this.reference = reference;
        this.bankSays = bankSays;
        this.seenAt = at;
    }

    void clear(String by, String why, Instant at) {
        clearedBy = by;
        reason = why;
        clearedAt = at;
    }

    UUID id() {
        return id;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    String bank() {
        return bank;
    }

    AccountId sourceAccount() {
        return sourceAccount;
    }

    OurReference reference() {
        return reference;
    }

    String bankSays() {
        return bankSays;
    }

    Instant seenAt() {
        return seenAt;
    }

    boolean open() {
        return clearedAt == null;
    }
}
