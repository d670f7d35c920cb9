package io.sarf.payouts.availability;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** Whether a bank may be connected in an environment. Without a row it may. */
@Entity
class BankSwitch implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private String bank;
    private boolean turnedOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected BankSwitch() {}

    BankSwitch(UUID id, Scope scope, String bank) {
        this.id = id;
        this.scope = scope;
        this.bank = bank;
        this.turnedOn = true;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    UUID id() {
        return id;
    }

    String bank() {
        return bank;
    }

    boolean on() {
        return turnedOn;
    }

    void turn(boolean on) {
        turnedOn = on;
    }

    long version() {
        return version;
    }
}
