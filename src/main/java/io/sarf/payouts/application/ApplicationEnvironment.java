package io.sarf.payouts.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An environment of an application, and the features enabled in it. */
@Entity
@IdClass(ApplicationEnvironment.Key.class)
public class ApplicationEnvironment {
    record Key(UUID application, Environment environment) implements Serializable {}

    @Id
    private UUID application;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    private Environment environment;

    private UUID customer;
    private @Nullable Instant payoutsRequestedAt;
    private @Nullable Instant payoutsEnabledAt;
    private @Nullable Instant onDemandEnabledAt;
    private @Nullable Instant bankPortalEnabledAt;
    private boolean secondPerson;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ApplicationEnvironment() {}

    ApplicationEnvironment(Scope scope, UUID customer) {
        this.application = scope.application().value();
        this.environment = scope.environment();
        this.customer = customer;
    }

    public Scope scope() {
        return new Scope(new ApplicationId(application), environment);
    }

    /** The company itself, as a customer of the API; connections made in the dashboard belong to it. */
    public UUID customer() {
        return customer;
    }

    public @Nullable Instant payoutsRequestedAt() {
        return payoutsRequestedAt;
    }

    public boolean payoutsEnabled() {
        return payoutsEnabledAt != null;
    }

    public void requestPayouts(Instant at) {
        payoutsRequestedAt = at;
    }

    public void enablePayouts(Instant at) {
        payoutsEnabledAt = at;
    }

    /** Whether the client may have payouts authorized by the default authorizer, chosen one by one. */
    public boolean onDemandEnabled() {
        return onDemandEnabledAt != null;
    }

    public void enableOnDemand(Instant at) {
        onDemandEnabledAt = at;
    }

    public void disableOnDemand() {
        onDemandEnabledAt = null;
    }

    /** Whether orders are shown in the bank's portal, for approvers there. */
    public boolean bankPortalEnabled() {
        return bankPortalEnabledAt != null;
    }

    public void enableBankPortal(Instant at) {
        bankPortalEnabledAt = at;
    }

    public void disableBankPortal() {
        bankPortalEnabledAt = null;
    }

    /** Whether whoever prepared a payout may not let it go: always in Production, a setting in the sandbox. */
    public boolean secondPerson() {
        return environment == Environment.PRODUCTION || secondPerson;
    }

    /** @throws IllegalStateException in Production, where there is no choice */
    public void askForSecondPerson(boolean asked) {
        if (environment == Environment.PRODUCTION) {
            throw new IllegalStateException("Production always asks for a second person");
        }
        secondPerson = asked;
    }

    public void disablePayouts() {
        payoutsEnabledAt = null;
        payoutsRequestedAt = null;
    }

    public long version() {
        return version;
    }
}
