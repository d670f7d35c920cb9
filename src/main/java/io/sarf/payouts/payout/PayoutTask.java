package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a payout is due for its next step. The payout's state decides which step that is. */
@Entity
class PayoutTask {
    @Id
    private UUID id;

    private Scope scope;

    private String bank;

    /** A company's single payouts do not wait behind its own bulk payments. */
    private boolean bulk;

    // Written once; afterwards the work table moves them under its lease.
    @Column(updatable = false)
    private @Nullable Instant dueAt;

    @Column(updatable = false)
    private int attempt;

    @SuppressWarnings("NullAway.Init")
    protected PayoutTask() {}

    PayoutTask(Payout payout, Instant dueAt) {
        this.id = payout.id().value();
        this.scope = payout.scope();
        this.bank = payout.bank();
        this.bulk = payout.bulkRow() != null;
        this.dueAt = dueAt;
    }

    Scope scope() {
        return scope;
    }
}
