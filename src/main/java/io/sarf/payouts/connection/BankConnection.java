package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.platform.Vault;
import io.sarf.payouts.team.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's login at one bank. The default authorizer's connection is also the payment source. */
@Entity
public class BankConnection implements Scoped {
    /** How a connection stands. */
    public enum Status {
        ACTIVE,
        EXPIRED,
        REMOVED
    }

    @Id
    private UUID id;

    private UUID endUserId;
    private Scope scope;

    private String bank;
    private String bankUser;
    private String bankUserName;
    private UUID connectedBy;
    private String connectedByName;
    private @Nullable Boolean defaultAuthorizer;
    private @Nullable UUID paymentSource;

    @Enumerated(EnumType.STRING)
    private Status status;

    private byte[] credentials;
    private String credentialsKey;
    private Instant connectedAt;
    private Instant lastUsedAt;

    @Column(name = "held_at")
    private @Nullable Instant reservedAt;

    private @Nullable Instant removedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected BankConnection() {}

    BankConnection(ConnectionId id, UUID endUserId, Scope scope, String bank, Person by, Instant at) {
        this.id = id.value();
        this.endUserId = endUserId;
        this.scope = scope;
        this.bank = bank;
        this.bankUser = "";
        this.bankUserName = "";
        this.connectedBy = by.id();
        this.connectedByName = by.name();
        this.status = Status.ACTIVE;
        this.credentials = new byte[0];
        this.credentialsKey = "";
        this.connectedAt = at;
        this.lastUsedAt = at;
    }

    void connected(String bankUser, String bankUserName, Vault.Sealed credentials, boolean asDefault) {
        this.bankUser = bankUser;
        this.bankUserName = bankUserName;
        this.credentials = credentials.text().clone();
        this.credentialsKey = credentials.key();
        this.defaultAuthorizer = asDefault ? Boolean.TRUE : null;
    }

    void reservedByUs(@Nullable Instant at) {
        this.reservedAt = at;
    }

    /** Nothing new leaves by it; what was begun with it may be brought to an end while its credentials are kept. */
    void removed(Instant at) {
        stepsDown(at);
        this.status = Status.REMOVED;
        this.removedAt = at;
    }

    /** The default authorizer no more. The bank may have been told to hold it a moment ago, so it is told to release it. */
    void stepsDown(Instant at) {
        if (defaultAuthorizer()) {
            this.defaultAuthorizer = null;
            this.reservedAt = reservedAt == null ? at : reservedAt;
        }
    }

    /** The default authorizer from now on, of the payment source that the API knows; the bank has not heard of it yet. */
    void succeeds(BankConnection before) {
        this.defaultAuthorizer = Boolean.TRUE;
        this.paymentSource = before.paymentSource();
        this.reservedAt = null;
    }

    /**
     * The bank takes them no more. False, and nothing changed, when that is known, or was said of credentials that have
     * been replaced since.
     *
     * @param used as they were when the bank was called
     */
    boolean expired(Vault.Sealed used) {
        var theseAndGood = status == Status.ACTIVE && Arrays.equals(credentials, used.text());
        if (theseAndGood) {
            status = Status.EXPIRED;
        }
        return theseAndGood;
    }

    /** Their owner signed in anew; the bank has not heard yet that they are held, if they are to be. */
    void renewed(Vault.Sealed by) {
        this.status = Status.ACTIVE;
        this.credentials = by.text().clone();
        this.credentialsKey = by.key();
        this.reservedAt = defaultAuthorizer() ? null : reservedAt;
    }

    boolean removedBefore(Instant limit) {
        return removedAt != null && removedAt.isBefore(limit);
    }

    void forgetCredentials() {
        this.credentials = new byte[0];
        this.credentialsKey = "";
    }

    /** Whether the bank may want no code of whoever uses them. */
    public boolean reserved() {
        return reservedAt != null;
    }

    String bankUser() {
        return bankUser;
    }

    public boolean expired() {
        return status == Status.EXPIRED;
    }

    /** Whether the bank can still be asked for something in their name. */
    public boolean usable() {
        return status != Status.EXPIRED && credentials.length > 0;
    }

    public ConnectionId id() {
        return new ConnectionId(id);
    }

    /** The payment source as the API names it: the first default authorizer's connection, whoever it is now. */
    public UUID paymentSource() {
        return paymentSource == null ? id : paymentSource;
    }

    /** The credentials, as the API names them. */
    public UUID endUserId() {
        return endUserId;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    public String bank() {
        return bank;
    }

    public String bankUserName() {
        return bankUserName;
    }

    public UUID connectedBy() {
        return connectedBy;
    }

    public String connectedByName() {
        return connectedByName;
    }

    public boolean defaultAuthorizer() {
        return Boolean.TRUE.equals(defaultAuthorizer);
    }

    public Status status() {
        return status;
    }

    public Instant connectedAt() {
        return connectedAt;
    }

    Vault.Sealed credentials() {
        return new Vault.Sealed(credentialsKey, credentials.clone());
    }

    /** What the credentials are sealed for. */
    String place() {
        return placeOf(scope(), id);
    }

    static String placeOf(Scope scope, UUID owner) {
        return scope.application() + "/" + scope.environment() + "/" + owner + "/credentials";
    }

    long version() {
        return version;
    }
}
