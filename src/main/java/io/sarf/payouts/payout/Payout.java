package io.sarf.payouts.payout;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.web.PayeeName;
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
import org.jspecify.annotations.Nullable;

/** One payee is to be paid one amount. Only {@link #apply} changes the status. */
@Entity
public class Payout implements Scoped {
    @Id
    private UUID id;

    private @Nullable UUID payment;
    private UUID application;

    @Enumerated(EnumType.STRING)
    private Environment environment;

    private String bank;
    private UUID connection;
    private UUID sourceAccount;
    private UUID destination;
    private long payeeRevision;
    private String recipientLegalName;
    private String recipientName;
    private String recipientIban;
    private BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private String description;
    private @Nullable String externalReference;
    private boolean automatic;

    @Enumerated(EnumType.STRING)
    private AuthorizationFlow flow;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 30)
    private String reference;

    private UUID task;
    private @Nullable UUID bulk;
    private @Nullable Integer bulkRow;

    @Enumerated(EnumType.STRING)
    private PayoutStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String bankReference;

    @Enumerated(EnumType.STRING)
    private @Nullable ReasonCode reasonCode;

    private @Nullable String reasonMessage;
    private @Nullable Instant checkingSince;
    private @Nullable Instant calledAt;
    private @Nullable Instant authorizingAt;
    private @Nullable UUID authorization;
    private boolean announced;
    private long revision;
    private String createdByKind;
    private String createdByName;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant queuedAt;
    private @Nullable Instant authorizedAt;
    private @Nullable Instant nameAcceptedAt;
    private @Nullable String nameAcceptedBy;
    private @Nullable Instant cancellationRequestedAt;
    private boolean forSecondPerson;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Payout() {}

    Payout(PayoutId id, UUID task, Scope scope, SourceAccount from, Destination to, NewPayout wanted, Actor by) {
        this.id = id.value();
        this.task = task;
        this.application = scope.application().value();
        this.environment = scope.environment();
        this.bank = from.bank();
        this.connection = from.connection().value();
        this.sourceAccount = from.id().value();
        this.destination = to.id().value();
        this.payeeRevision = to.revision();
        this.recipientLegalName = to.name();
        this.recipientName = to.displayName();
        this.recipientIban = to.iban();
        this.amount = wanted.amount();
        this.currency = from.currency().getCode();
        this.description = wanted.description();
        this.externalReference = wanted.externalReference();
        this.automatic = wanted.automatic();
        this.flow = wanted.automatic() ? AuthorizationFlow.AUTOMATIC : AuthorizationFlow.MANUAL;
        this.reference = id.reference().value();
        this.status = PayoutStatus.CREATED;
        this.createdByKind = by.kind().name();
        this.createdByName = by.name();
        this.createdAt = Instant.EPOCH;
        this.updatedAt = Instant.EPOCH;
    }

    /** @param row its place among the others, from 0 */
    void partOf(UUID newBulk, int row) {
        bulk = newBulk;
        bulkRow = row;
    }

    void createdAt(Instant at) {
        createdAt = at;
        updatedAt = at;
    }

    /**
     * Lets it happen.
     *
     * @throws IllegalStateException when it cannot happen where the payout stands
     */
    void apply(PayoutEvent event, Instant at) {
        var next = PayoutLifecycle.next(standing(), event.getClass())
                .orElseThrow(() -> new IllegalStateException(
                        event.getClass().getSimpleName() + " cannot happen to a payout that is " + standing()));
        event.applyTo(this, at);
        status = next.status();
        outcome = next.outcome();
        checkingSince = null;
        updatedAt = at;
        revision++;
    }

    /** @param at what the bank's horizon counts from */
    void sent(Instant at) {
        calledAt = at;
    }

    void queued(UUID newPayment, Instant at) {
        payment = newPayment;
        queuedAt = at;
    }

    void authorizationBegun(UUID by, Instant at) {
        authorization = by;
        authorizingAt = at;
    }

    void releasedOnDemand() {
        flow = AuthorizationFlow.ON_DEMAND;
    }

    void authorizationClosed() {
        authorization = null;
        authorizingAt = null;
        flow = flow == AuthorizationFlow.ON_DEMAND ? AuthorizationFlow.MANUAL : flow;
    }

    void accepted(String newBankReference, Instant at) {
        bankReference = newBankReference;
        authorized(at);
    }

    /** Keeps the first time; only now is it known which of the manual flows it was. */
    void authorized(Instant at) {
        if (authorizedAt == null) {
            authorizedAt = at;
        }
        if (flow == AuthorizationFlow.MANUAL) {
            flow = authorization == null ? AuthorizationFlow.BANK_PORTAL : AuthorizationFlow.DASHBOARD;
        }
    }

    /** Why no money was paid, or why it came back; of the message, 300 characters are stored. */
    void failed(ReasonCode code, String message) {
        reasonCode = code;
        reasonMessage = message.substring(0, Math.min(message.length(), 300));
    }

    /** How its payee is when it is sent; edits after that do not reach it. */
    public void sentTo(Destination payee) {
        payeeRevision = payee.revision();
        recipientName = payee.displayName();
    }

    /** With whose credentials it is handed over. */
    public void queuedBy(ConnectionId credentials) {
        connection = credentials.value();
    }

    /** An answer is missing; it is asked for until it comes. */
    public void checking(Instant since) {
        if (checkingSince == null) {
            checkingSince = since;
        }
    }

    /** The bank is about to be asked to authorize it without a person; asked once, whatever comes of it. */
    public void authorizing(Instant at) {
        authorizingAt = at;
    }

    /** It is to be paid although the bank knows the account by another name. Whoever was shown it before was shown something else. */
    public void acceptName(String by, Instant at) {
        nameAcceptedAt = at;
        nameAcceptedBy = by;
        updatedAt = at;
        revision++;
    }

    /** It is on its way to the bank, and wanted back. */
    void requestCancellation(Instant at) {
        cancellationRequestedAt = at;
        updatedAt = at;
        revision++;
    }

    /** Whether it is never to be authorized, whatever became of sending it. */
    public boolean cancellationRequested() {
        return cancellationRequestedAt != null;
    }

    void announce() {
        announced = true;
    }

    /** Whether the bank is to be asked now to authorize it without a person. */
    public boolean toBeAuthorized() {
        return authorizingAt == null && (flow == AuthorizationFlow.AUTOMATIC || flow == AuthorizationFlow.ON_DEMAND);
    }

    /** Whether somebody has to let it go. */
    public boolean waits() {
        return status == PayoutStatus.AWAITING_AUTHORIZATION;
    }

    /** Somebody marked it automatic, and the rule asks for somebody else to let it go. */
    void forSecondPerson() {
        forSecondPerson = true;
        flow = AuthorizationFlow.MANUAL;
    }

    /** Whether no person lets it go. */
    public boolean goesAlone() {
        return automatic && !forSecondPerson;
    }

    /** Whether somebody marked it automatic, and the rule asks for somebody else to let it go. */
    public boolean waitsForSecondPerson() {
        return waits() && forSecondPerson;
    }

    public PayoutState standing() {
        return new PayoutState(status, outcome);
    }

    public PayoutId id() {
        return new PayoutId(id);
    }

    /** The {@code payment_id} of the API; null until the bank has taken the order. */
    public @Nullable UUID payment() {
        return payment;
    }

    @Override
    public Scope scope() {
        return new Scope(new ApplicationId(application), environment);
    }

    public String bank() {
        return bank;
    }

    public ConnectionId connection() {
        return new ConnectionId(connection);
    }

    public AccountId sourceAccount() {
        return new AccountId(sourceAccount);
    }

    public DestinationId destination() {
        return new DestinationId(destination);
    }

    /** How often its payee had been edited when it was made, or sent. */
    public long payeeRevision() {
        return payeeRevision;
    }

    /** Who is paid, as people see it. */
    public PayeeName payee() {
        return PayeeName.of(recipientLegalName, recipientName);
    }

    /** The display name, which the API shows. */
    public String recipientName() {
        return recipientName;
    }

    public String recipientIban() {
        return recipientIban;
    }

    public Money amount() {
        return Money.of(CurrencyUnit.of(currency), amount, RoundingMode.UNNECESSARY);
    }

    public String description() {
        return description;
    }

    public @Nullable String externalReference() {
        return externalReference;
    }

    public boolean automatic() {
        return automatic;
    }

    public AuthorizationFlow flow() {
        return flow;
    }

    public OurReference reference() {
        return new OurReference(reference);
    }

    public UUID task() {
        return task;
    }

    /** The bulk payment it is part of; null when it was asked for by itself. */
    @Nullable
    UUID bulk() {
        return bulk;
    }

    @Nullable
    public Integer bulkRow() {
        return bulkRow;
    }

    public PayoutStatus status() {
        return status;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String bankReference() {
        return bankReference;
    }

    public @Nullable ReasonCode reasonCode() {
        return reasonCode;
    }

    public @Nullable String reasonMessage() {
        return reasonMessage;
    }

    /** Since when an answer of the bank is missing; null while none is. */
    public @Nullable Instant checkingSince() {
        return checkingSince;
    }

    @Nullable
    public Instant calledAt() {
        return calledAt;
    }

    @Nullable
    Instant authorizingAt() {
        return authorizingAt;
    }

    @Nullable
    public UUID authorization() {
        return authorization;
    }

    boolean announced() {
        return announced;
    }

    /** How many things have happened to it. */
    public long revision() {
        return revision;
    }

    public Actor.Kind createdByKind() {
        return Actor.Kind.valueOf(createdByKind);
    }

    public String createdByName() {
        return createdByName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    public Instant queuedAt() {
        return queuedAt;
    }

    @Nullable
    public Instant authorizedAt() {
        return authorizedAt;
    }

    @Nullable
    public Instant nameAcceptedAt() {
        return nameAcceptedAt;
    }

    @Nullable
    public String nameAcceptedBy() {
        return nameAcceptedBy;
    }
}
