package io.sarf.payouts.bank.sandbox;

import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Credentials;
import io.sarf.sandboxbank.BehindTheCounter;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.sandboxbank.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sandbox bank over the product's own adapter, with a wire between them; it settles only when it is told to. */
public final class WiredBank implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MovableClock clock;
    private final String schema = TestDatabase.newSchema();
    private io.sarf.sandboxbank.SandboxBank running;
    private final Wire wire;
    private final Bank bank;

    /** @param identifier under which the product knows it */
    public WiredBank(String identifier, MovableClock clock) {
        this.clock = clock;
        running = started();
        wire = new Wire(URI.create(running.address()));
        var real = new SandboxBanks(Optional.of(wire.address()), Optional.of("key"), PATIENCE, clock, UUID::randomUUID)
                .banks().stream()
                        .map(Bank::profile)
                        .filter(one -> one.identifier().equals("SANDBOX_SME_UAE"))
                        .findFirst()
                        .orElseThrow();
        var line = new Line(wire.address(), "key", PATIENCE);
        bank = new Renamed(new SandboxBank(line, real, clock, UUID::randomUUID), named(real, identifier));
    }

    private io.sarf.sandboxbank.SandboxBank started() {
        return io.sarf.sandboxbank.SandboxBank.start(TestDatabase.settings(schema, clock, false));
    }

    private static BankProfile named(BankProfile real, String identifier) {
        return new BankProfile(
                identifier,
                real.name(),
                real.arabicName(),
                real.country(),
                real.swiftCode(),
                real.logo(),
                real.mainColor(),
                real.backgroundColor(),
                real.mock(),
                real.type(),
                real.transferLimits(),
                real.active(),
                real.horizon(),
                real.patience(),
                real.concurrency());
    }

    public Bank bank() {
        return bank;
    }

    public Wire wire() {
        return wire;
    }

    public BehindTheCounter inside() {
        return new BehindTheCounter(running);
    }

    /** Logins of a new company there that may authorize. */
    public List<Credentials> open(UUID application) {
        var sandbox = new Sandbox(Optional.of(wire.address()), Optional.of("key"));
        return sandbox.open(application, "Acme Trading LLC").orElseThrow().stream()
                .filter(user ->
                        user.bank().equals("SANDBOX_SME_UAE") && user.kind().equals("AUTHORIZER"))
                .map(user -> new Credentials(user.userName(), user.password()))
                .toList();
    }

    /** It dies where it stands, and another one takes up its books. */
    public void restart() {
        wire.leadsTo(null);
        running.close();
        running = started();
        wire.leadsTo(URI.create(running.address()));
    }

    @Override
    public void close() {
        wire.close();
        running.close();
    }
}
