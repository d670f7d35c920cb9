package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person authorizes a set of subjects with one code. */
@Entity
class Authorization implements Scoped {
    /** BEGINNING and COMPLETING are intents: the call to the bank is under way, or its answer never came. */
    enum Status {
        BEGINNING,
        CHALLENGED,
        COMPLETING,
        DONE,
        CLOSED
    }

    /** Closed by its person. */
    static final String GIVEN_UP = "GIVEN_UP";

    /** Closed because a subject changed after it was shown. */
    static final String CHANGED = "CHANGED";

    @Id
    private UUID id;

    private Scope scope;

    private String bank;
    private ConnectionId connection;
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String challenge;
    private @Nullable String sentTo;
    private @Nullable Integer attemptsLeft;
    private int wrongCodes;
    private Instant expiresAt;
    private @Nullable String closedReason;
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Authorization() {}

    Authorization(AuthorizationId id, BankConnection with, UUID person, Instant at, Instant deadline) {
        this.id = id.value();
        this.scope = with.scope();
        this.bank = with.bank();
        this.connection = with.id();
        this.person = person;
        this.status = Status.BEGINNING;
        this.expiresAt = deadline;
        this.createdAt = at;
    }

    void challenged(BeginAnswer.OtpNeeded by) {
        from(Status.BEGINNING);
        status = Status.CHALLENGED;
        challenge = by.challenge();
        sentTo = by.sentTo();
        attemptsLeft = by.attemptsLeft();
        expiresAt = by.expiresAt();
    }

    /** Only one code can be sent: the row's version decides between concurrent calls. */
    void completing() {
        from(Status.CHALLENGED);
        status = Status.COMPLETING;
    }

    void wrongOtp(int attemptsLeft) {
        from(Status.COMPLETING);
        this.status = Status.CHALLENGED;
        this.attemptsLeft = attemptsLeft;
        this.wrongCodes++;
    }

    void done() {
        status = Status.DONE;
    }

    void closed(String reason) {
        status = Status.CLOSED;
        closedReason = reason;
    }

    private void from(Status expected) {
        if (status != expected) {
            throw new IllegalStateException("An authorization that is " + status + " is not " + expected);
        }
    }

    AuthorizationId id() {
        return new AuthorizationId(id);
    }

    @Override
    public Scope scope() {
        return scope;
    }

    String bank() {
        return bank;
    }

    ConnectionId connection() {
        return connection;
    }

    Status status() {
        return status;
    }

    String challenge() {
        return String.valueOf(challenge);
    }

    @Nullable
    String sentTo() {
        return sentTo;
    }

    @Nullable
    Integer attemptsLeft() {
        return attemptsLeft;
    }

    boolean wrongBefore() {
        return wrongCodes > 0;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    String closedReason() {
        return closedReason;
    }
}
