package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.CreatedBy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One payee is to be paid one amount. Only {@link #apply} changes the status. */
@Entity
public class Payout implements Scoped {
    @Id
    private UUID id;

    private Scope scope;
    private String bank;
    private ConnectionId connection;
    private AccountId sourceAccount;
    private DestinationId destination;
    private Parties.Recipient recipient;
    private NewPayout.Terms terms;
    private AuthorizationFlow flow;
    private OrderAtBank orderAtBank;
    private UUID task;
    private @Nullable UUID bulk;
    private @Nullable Integer bulkRow;
    private PayoutState state;
    private PayoutResult.@Nullable Reason reason;
    private boolean announced;
    private long revision;
    private CreatedBy createdBy;
    private Instant createdAt;
    private Instant updatedAt;
    private NameMismatches.@Nullable Acceptance nameAccepted;
    private @Nullable Instant cancellationRequestedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Payout() {}

    /** @param task the {@code task_id} of the API */
    Payout(PayoutId id, UUID task, SourceAccount from, Destination to, NewPayout wanted, Actor by, Instant at) {
        this.id = id.value();
        this.task = task;
        this.scope = from.scope();
        this.bank = from.bank();
        this.connection = from.connection();
        this.sourceAccount = from.id();
        this.destination = to.id();
        this.recipient = Parties.Recipient.of(to);
        this.terms = wanted.terms(from.currency());
        this.flow = AuthorizationFlow.of(wanted.automatic());
        this.orderAtBank = OrderAtBank.notSent(id.reference());
        this.state = PayoutState.of(PayoutStatus.CREATED);
        this.createdBy = CreatedBy.of(by);
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** @param row its place among the others, from 0 */
    void partOf(UUID newBulk, int row) {
        bulk = newBulk;
        bulkRow = row;
    }

    /**
     * Lets it happen.
     *
     * @throws IllegalStateException when it cannot happen where the payout stands
     */
    void apply(PayoutEvent event, Instant at) {
        var next = PayoutLifecycle.next(state, event.getClass())
                .orElseThrow(() -> new IllegalStateException(
                        event.getClass().getSimpleName() + " cannot happen to a payout that is " + state));
        event.applyTo(this, at);
        state = next;
        orderAtBank = orderAtBank.answered();
        changed(at);
    }

    private void changed(Instant at) {
        updatedAt = at;
        revision++;
    }

    void orderAtBank(UnaryOperator<OrderAtBank> step) {
        orderAtBank = step.apply(orderAtBank);
    }

    void flow(UnaryOperator<AuthorizationFlow> step) {
        flow = step.apply(flow);
    }

    /** Why no money was paid, or why it came back. */
    void failed(ReasonCode code, String message) {
        reason = PayoutResult.Reason.of(code, message);
    }

    /** Says who hands it over, and how its payee is when it is sent; edits after that do not reach it. */
    public void toBeSent(ConnectionId by, Destination payee) {
        connection = by;
        recipient = recipient.now(payee);
    }

    /** An answer is missing; it is asked for until it comes. */
    public void checking(Instant since) {
        orderAtBank = orderAtBank.checking(since);
    }

    /** @param at when the bank is asked to authorize it without a person; null if it certainly did not begin */
    public void authorizing(@Nullable Instant at) {
        flow = flow.askedOfBank(at);
    }

    /** It is to be paid although the bank knows the account by another name. Whoever was shown it before was shown something else. */
    public void acceptName(String by, Instant at) {
        nameAccepted = new NameMismatches.Acceptance(at, by);
        changed(at);
    }

    /** It is on its way to the bank, and wanted back. */
    void requestCancellation(Instant at) {
        cancellationRequestedAt = at;
        changed(at);
    }

    /** Whether it is never to be authorized, whatever became of sending it. */
    public boolean cancellationRequested() {
        return cancellationRequestedAt != null;
    }

    void announce() {
        announced = true;
    }

    boolean announced() {
        return announced;
    }

    /** Whether somebody has to let it go. */
    public boolean waits() {
        return status() == PayoutStatus.AWAITING_AUTHORIZATION;
    }

    public PayoutState state() {
        return state;
    }

    public PayoutStatus status() {
        return state.status();
    }

    public PayoutId id() {
        return new PayoutId(id);
    }

    @Override
    public Scope scope() {
        return scope;
    }

    public String bank() {
        return bank;
    }

    public ConnectionId connection() {
        return connection;
    }

    public AccountId sourceAccount() {
        return sourceAccount;
    }

    public DestinationId destination() {
        return destination;
    }

    public Parties.Recipient recipient() {
        return recipient;
    }

    public Money amount() {
        return terms.money().money();
    }

    public NewPayout.Terms terms() {
        return terms;
    }

    public AuthorizationFlow flow() {
        return flow;
    }

    public OrderAtBank orderAtBank() {
        return orderAtBank;
    }

    public UUID task() {
        return task;
    }

    /** Its place in a bulk payment; null when it was asked for by itself. */
    public @Nullable Integer bulkRow() {
        return bulkRow;
    }

    /** Empty while nothing failed. */
    public PayoutResult.Reason reason() {
        return Objects.requireNonNullElse(reason, PayoutResult.Reason.NONE);
    }

    /** How many things have happened to it. */
    public long revision() {
        return revision;
    }

    public CreatedBy createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Null while nobody has. */
    public NameMismatches.@Nullable Acceptance nameAccepted() {
        return nameAccepted;
    }
}
