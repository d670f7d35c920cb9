package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A destination as one connected bank knows it. The row is also the task of asking the bank: see {@code due_at}. */
@Entity
public class Beneficiary implements Scoped {
    /** Fired in the transaction that records what a bank says of payees, that a cool-off has ended, or a removal. */
    public record Answered(Scope scope, List<DestinationId> destinations) {}

    /** How it stands, as the API has it. */
    @Schema(name = "BeneficiaryStatus")
    public enum Shown {
        ACTIVE,
        AWAITING_BENEFICIARY_COOL_OFF,
        NOT_PRESENT,
        REMOVED
    }

    /** How it stands. */
    public enum Status {
        REQUESTED,
        ACTIVE,
        AWAITING_BENEFICIARY_COOL_OFF,
        FAILED,
        NOT_PRESENT,
        REMOVED
    }

    @Id
    private UUID id;

    private Scope scope;

    private DestinationId destination;
    private ConnectionId connection;

    /** Of the connection. */
    private String bank;

    private UUID task;

    /** Of the destination, when the bank was asked last. */
    private long revision;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String bankId;
    private @Nullable Instant coolOffUntil;

    @Enumerated(EnumType.STRING)
    private NameCheck.@Nullable Result nameCheck;

    private @Nullable String knownName;
    private @Nullable String errorMessage;

    // Written once; afterwards the work table moves them under its lease.
    @Column(updatable = false)
    private @Nullable Instant dueAt;

    @Column(updatable = false)
    private int attempt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Beneficiary() {}

    Beneficiary(UUID id, UUID task, Destination destination, BankConnection connection, Instant dueAt) {
        this.id = id;
        this.task = task;
        this.scope = destination.scope();
        this.destination = destination.id();
        this.connection = connection.id();
        this.bank = connection.bank();
        this.status = Status.REQUESTED;
        this.dueAt = dueAt;
    }

    /** The client does not want to pay it any more. */
    void removed() {
        status = Status.REMOVED;
        coolOffUntil = null;
    }

    /** The bank is asked again, with what the destination is now. What it said of the name holds until it answers. */
    void wantedAgain(BankConnection by, long destinationRevision) {
        connection = by.id();
        bank = by.bank();
        revision = destinationRevision;
        status = Status.REQUESTED;
        coolOffUntil = null;
        errorMessage = null;
    }

    /** Takes over what the bank said. */
    void answered(BeneficiaryAnswer answer) {
        if (answer instanceof BeneficiaryAnswer.Active active) {
            status = Status.ACTIVE;
            bankId = active.bankId();
            checked(active.nameCheck());
        } else if (answer instanceof BeneficiaryAnswer.CoolOff coolOff) {
            status = Status.AWAITING_BENEFICIARY_COOL_OFF;
            bankId = coolOff.bankId();
            coolOffUntil = coolOff.until();
            checked(coolOff.nameCheck());
        } else if (answer instanceof BeneficiaryAnswer.Refused refused) {
            status = Status.FAILED;
            errorMessage = refused.message();
        }
    }

    void coolOffPassed() {
        status = Status.ACTIVE;
    }

    private void checked(NameCheck check) {
        nameCheck = check.verdict();
        knownName = check.knownName();
    }

    public UUID id() {
        return id;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    public DestinationId destination() {
        return destination;
    }

    public ConnectionId connection() {
        return connection;
    }

    /** The {@code add_beneficiary_task_id} of the API. */
    UUID task() {
        return task;
    }

    /** One that the bank has still to answer for, or has refused, is not there for the API. */
    public Shown shown() {
        return switch (status) {
            case REQUESTED, FAILED, NOT_PRESENT -> Shown.NOT_PRESENT;
            case ACTIVE -> Shown.ACTIVE;
            case AWAITING_BENEFICIARY_COOL_OFF -> Shown.AWAITING_BENEFICIARY_COOL_OFF;
            case REMOVED -> Shown.REMOVED;
        };
    }

    public Status status() {
        return status;
    }

    /** The bank's own name for it; null until the bank took it. */
    public @Nullable String bankId() {
        return bankId;
    }

    public @Nullable Instant coolOffUntil() {
        return coolOffUntil;
    }

    public NameCheck.@Nullable Result nameCheck() {
        return nameCheck;
    }

    public @Nullable String knownName() {
        return knownName;
    }

    public @Nullable String errorMessage() {
        return errorMessage;
    }

    /** Whether it can be paid now. */
    public boolean ready() {
        return status == Status.ACTIVE;
    }

    /** Whether the bank knows it. */
    boolean known() {
        return status == Status.ACTIVE || status == Status.AWAITING_BENEFICIARY_COOL_OFF;
    }

    /** Whether it can never be paid. */
    public boolean refused() {
        return status == Status.FAILED || status == Status.REMOVED || status == Status.NOT_PRESENT;
    }

    /** Ours for the bank, 37 to 57 characters: a second call with it is a question, so other data have another one. */
    String reference() {
        return "SARFB" + id.toString().replace("-", "") + (revision == 0 ? "" : "R" + revision);
    }

    /** Whether the bank knew it before it was asked with other data. */
    boolean renewed() {
        return revision > 0 && bankId != null;
    }

    long version() {
        return version;
    }
}
