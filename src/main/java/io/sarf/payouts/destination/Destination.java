package io.sarf.payouts.destination;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.PayeeName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody who can be paid. Never altered: another name or account is another destination. */
@Entity
@Immutable
public class Destination implements Scoped {
    @Id
    private UUID id;

    private UUID application;

    @Enumerated(EnumType.STRING)
    private Environment environment;

    private String name;
    private String normalisedName;
    private String displayName;
    private String iban;
    private @Nullable String accountNumber;
    private @Nullable String swiftCode;
    private @Nullable BankDetails bank;
    private String address;
    private String city;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String country;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private String createdByKind;
    private String createdByName;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Destination() {}

    Destination(DestinationId id, Scope scope, NewDestination wanted, Actor by, Instant at) {
        this.id = id.value();
        this.application = scope.application().value();
        this.environment = scope.environment();
        this.name = wanted.name();
        this.normalisedName = wanted.normalisedName();
        this.displayName = wanted.displayName();
        this.iban = wanted.iban();
        this.accountNumber = wanted.accountNumber();
        this.swiftCode = wanted.swiftCode();
        this.bank = wanted.bank();
        this.address = wanted.address();
        this.city = wanted.city();
        this.country = wanted.country();
        this.currency = wanted.currency();
        this.createdByKind = by.kind().name();
        this.createdByName = by.name();
        this.createdAt = at;
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
        return new Scope(new ApplicationId(application), environment);
    }

    /** The legal name. */
    public String name() {
        return name;
    }

    /** As people see it. */
    public PayeeName payeeName() {
        return PayeeName.of(name, displayName);
    }

    public String displayName() {
        return displayName;
    }

    public String iban() {
        return iban;
    }

    public @Nullable String accountNumber() {
        return accountNumber;
    }

    public @Nullable String swiftCode() {
        return swiftCode;
    }

    public @Nullable String bankIdentifier() {
        return bank().bankIdentifier();
    }

    public @Nullable String branchAddress() {
        return bank().branchAddress();
    }

    public @Nullable String postalCode() {
        return bank().postalCode();
    }

    public @Nullable String ifsc() {
        return bank().ifsc();
    }

    public @Nullable String sortCode() {
        return bank().sortCode();
    }

    public @Nullable String routingNumber() {
        return bank().routingNumber();
    }

    public @Nullable String transitCode() {
        return bank().transitCode();
    }

    /** A row without any of it is read as null. */
    private BankDetails bank() {
        return bank == null ? BankDetails.NONE : bank;
    }

    public String address() {
        return address;
    }

    public String city() {
        return city;
    }

    public String country() {
        return country;
    }

    public String currency() {
        return currency;
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
}
