package io.sarf.payouts.payout;

import io.sarf.payouts.bank.OurReference;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A payout's order at its bank.
 *
 * @param payment the {@code payment_id} of the API; null until the bank has taken the order
 * @param bankReference the bank's own; null until the bank has accepted the order
 * @param calledAt what the bank's horizon counts from; null until the order is sent
 * @param queuedAt when the bank took it
 * @param checkingSince since when an answer of the bank is missing; null while none is
 */
@Embeddable
public record OrderAtBank(
        @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 30) OurReference reference,
        @Nullable UUID payment,
        @Nullable String bankReference,
        @Nullable Instant calledAt,
        @Nullable Instant queuedAt,
        @Nullable Instant checkingSince) {
    static OrderAtBank notSent(OurReference reference) {
        return new OrderAtBank(reference, null, null, null, null, null);
    }

    OrderAtBank sent(Instant at) {
        return new OrderAtBank(reference, payment, bankReference, at, queuedAt, checkingSince);
    }

    OrderAtBank queued(UUID newPayment, Instant at) {
        return new OrderAtBank(reference, newPayment, bankReference, calledAt, at, checkingSince);
    }

    OrderAtBank accepted(String newBankReference) {
        return new OrderAtBank(reference, payment, newBankReference, calledAt, queuedAt, checkingSince);
    }

    /** Keeps the first time. */
    OrderAtBank checking(Instant since) {
        var first = Objects.requireNonNullElse(checkingSince, since);
        return new OrderAtBank(reference, payment, bankReference, calledAt, queuedAt, first);
    }

    OrderAtBank answered() {
        return new OrderAtBank(reference, payment, bankReference, calledAt, queuedAt, null);
    }
}
