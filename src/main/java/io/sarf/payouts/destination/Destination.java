package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.Creditor;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.CreatedBy;
import io.sarf.payouts.money.Iban;
import io.sarf.payouts.web.PayeeName;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payee with an IBAN. Legal name and IBAN identify it and never change; other fields can be edited. */
@Entity
public class Destination implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private String name;
    private String normalisedName;
    private String iban;
    private PayeeDetails details;

    /** How often it was edited. */
    private long revision;

    private CreatedBy createdBy;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Destination() {}

    Destination(DestinationId id, Scope scope, NewDestination wanted, Actor by, Instant at) {
        this.id = id.value();
        this.scope = scope;
        this.name = wanted.name();
        this.normalisedName = wanted.normalisedName();
        this.iban = new Iban(wanted.iban()).value();
        this.details = PayeeDetails.of(wanted);
        this.createdBy = CreatedBy.of(by);
        this.createdAt = at;
    }

    /** As it was before it was edited; no row. */
    private Destination(Destination now, DestinationVersion before) {
        this.id = now.id;
        this.scope = now.scope;
        this.name = now.name;
        this.normalisedName = now.normalisedName;
        this.iban = now.iban;
        this.details = before.details();
        this.revision = before.revision();
        this.createdBy = now.createdBy;
        this.createdAt = now.createdAt;
    }

    Destination as(DestinationVersion before) {
        return new Destination(this, before);
    }

    void edit(PayeeDetails wanted) {
        details = wanted;
        revision++;
    }

    PayeeDetails details() {
        return details;
    }

    /** How often it was edited; a payout keeps the revision that it was sent with. */
    public long revision() {
        return revision;
    }

    /** What two destinations have in common that are the same one. */
    record Sameness(String iban, String normalisedName) {}

    Sameness sameness() {
        return new Sameness(iban, normalisedName);
    }

    public DestinationId id() {
        return new DestinationId(id);
    }

    @Override
    public Scope scope() {
        return scope;
    }

    /** The legal name. */
    public String name() {
        return name;
    }

    /** As people see it. */
    public PayeeName payeeName() {
        return PayeeName.of(name, details.displayName());
    }

    public String displayName() {
        return details.displayName();
    }

    public String iban() {
        return iban;
    }

    public @Nullable String accountNumber() {
        return details.accountNumber();
    }

    public @Nullable String swiftCode() {
        return details.swiftCode();
    }

    public @Nullable String bankIdentifier() {
        return details.bankOrNone().bankIdentifier();
    }

    public @Nullable String branchAddress() {
        return details.bankOrNone().branchAddress();
    }

    public @Nullable String postalCode() {
        return details.bankOrNone().postalCode();
    }

    public @Nullable String ifsc() {
        return details.bankOrNone().ifsc();
    }

    public @Nullable String sortCode() {
        return details.bankOrNone().sortCode();
    }

    public @Nullable String routingNumber() {
        return details.bankOrNone().routingNumber();
    }

    public @Nullable String transitCode() {
        return details.bankOrNone().transitCode();
    }

    public String address() {
        return details.address();
    }

    public String city() {
        return details.city();
    }

    public String country() {
        return details.country();
    }

    public String currency() {
        return details.currency();
    }

    public Creditor forBank() {
        return new Creditor(name, iban, accountNumber(), swiftCode(), address(), city(), country(), currency());
    }

    public CreatedBy createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
