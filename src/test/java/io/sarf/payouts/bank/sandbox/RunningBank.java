package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankAccount;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Creditor;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OurReference;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.sandboxbank.TestDatabase;
import io.sarf.testing.Eventually;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.Money;

/** The sandbox bank in this JVM, reached over HTTP as the product does, with one application that rehearses there. */
final class RunningBank implements AutoCloseable {
    static final String GOOD_IBAN = "AE070331234567890123456";
    private static final AtomicLong NUMBERS = new AtomicLong();

    final MovableClock clock = new MovableClock();
    final UUID application = UUID.randomUUID();
    final Sandbox sandbox;
    final Renamed bank;
    private URI address;
    private final String schema = TestDatabase.newSchema();
    private io.sarf.sandboxbank.SandboxBank running =
            io.sarf.sandboxbank.SandboxBank.start(TestDatabase.settings(schema, clock));

    RunningBank() {
        address = URI.create(running.address());
        sandbox = new Sandbox(Optional.of(address), Optional.of("key"));
        bank = bankWith("key", Duration.ofSeconds(1));
        Eventually.get("company at the bank", () -> sandbox.open(application, "Acme Trading LLC"));
    }

    Renamed bankWith(String key, Duration patience) {
        return bankWith("SANDBOX_SME_UAE", key, patience);
    }

    Renamed bankWith(String identifier, String key, Duration patience) {
        // On a busy machine a bank that has just started may take longer than the product waits for its list.
        var found = Eventually.get("list of banks", () -> listed(identifier, patience));
        return new Renamed(
                new SandboxBank(new Line(address, key, patience), found.profile(), clock, UUID::randomUUID),
                found.profile());
    }

    private Optional<Bank> listed(String identifier, Duration patience) {
        return new SandboxBanks(Optional.of(address), Optional.of("key"), patience, clock, UUID::randomUUID)
                .banks().stream()
                        .filter(one -> one.profile().identifier().equals(identifier))
                        .findFirst();
    }

    List<Sandbox.TestUser> users(String bankName, String kind) {
        return sandbox.testUsers(application).orElseThrow().stream()
                .filter(user -> user.bank().equals(bankName) && user.kind().equals(kind))
                .toList();
    }

    Sandbox.TestUser user(String kind) {
        return users("SANDBOX_SME_UAE", kind).get(0);
    }

    Credentials login(String kind) {
        return login(user(kind));
    }

    static Credentials login(Sandbox.TestUser user) {
        return new Credentials(user.userName(), user.password());
    }

    BankAccount account(Credentials who) {
        return ((ConnectAnswer.Connected) bank.connect(who))
                .accounts().stream()
                        .filter(account -> account.name().equals("Current account"))
                        .findFirst()
                        .orElseThrow();
    }

    String beneficiary(Credentials who) {
        var answer = bank.addBeneficiary(who, beneficiary("Noor Hadid", GOOD_IBAN));
        return ((BeneficiaryAnswer.Active) answer).bankId();
    }

    static NewBeneficiary beneficiary(String name, String iban) {
        return new NewBeneficiary("B" + NUMBERS.incrementAndGet(), creditor(name, iban));
    }

    static Creditor creditor(String name, String iban) {
        return new Creditor(name, iban, null, null, "1 Main Street", "Dubai", "ARE", "AED");
    }

    Order order(Credentials who, String amount) {
        return order(who, amount, newReference());
    }

    Order order(Credentials who, String amount, OurReference reference) {
        return new Order(
                reference,
                account(who).id(),
                beneficiary(who),
                creditor("Noor Hadid", GOOD_IBAN),
                Money.parse("AED " + amount),
                "Salary",
                true,
                clock.instant());
    }

    static OurReference newReference() {
        return new OurReference("SARF" + String.format(Locale.ROOT, "%026d", NUMBERS.incrementAndGet()));
    }

    /** What the bank itself counted under a reference. */
    JsonNode witness(OurReference reference) {
        return ((BankReply.Answer) admin().get("/admin/orders/SANDBOX_SME_UAE/" + reference)).body();
    }

    JsonNode audit() {
        return ((BankReply.Answer) admin().get("/admin/books")).body();
    }

    void administer(String path, ObjectNode body) {
        admin().put(path, body);
    }

    void settle() {
        admin().post("/admin/clock", Bodies.empty().put("by", "PT4S"));
    }

    private Line admin() {
        return new Line(address, "admin-key", Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        running.close();
    }

    URI address() {
        return address;
    }

    /** The administration goes to where the bank is now. */
    void follow(URI moved) {
        address = moved;
    }

    /** Stops the bank and starts it over the same books; its address is another one then. */
    URI restart() {
        running.close();
        running = io.sarf.sandboxbank.SandboxBank.start(TestDatabase.settings(schema, clock));
        return URI.create(running.address());
    }
}
