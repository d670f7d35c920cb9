package io.sarf.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.iban4j.IbanUtil;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class LedgerTest {
    private static final AtomicLong NAMES = new AtomicLong();
    private static final CurrencyUnit AED = CurrencyUnit.of("AED");
    private static final MovableClock CLOCK = new MovableClock();
    private static Bank bank;

    @BeforeContainer
    static void open() {
        bank = new Bank(TestDatabase.settings(TestDatabase.newSchema(), CLOCK));
    }

    @AfterContainer
    static void close() {
        bank.close();
    }

    @Property(tries = 40)
    void whateverIsPostedTheBooksBalanceAndNobodyFallsBelowZero(@ForAll("transfers") List<Transfer> transfers) {
        List<Account> accounts = twoAccounts();
        String outside = SimulatedBank.SANDBOX_SME_UAE.internalAccount(Ledger.SETTLEMENT);
        List<String> parties = List.of(accounts.get(0).id(), accounts.get(1).id(), outside);

        for (Transfer transfer : transfers) {
            bank.database.transact(tx -> bank.ledger.post(
                    tx,
                    new Ledger.Posting(
                            "TEST",
                            "t" + NAMES.incrementAndGet(),
                            "test",
                            parties.get(transfer.from()),
                            parties.get(transfer.to()),
                            Money.ofMinor(AED, transfer.amount()),
                            CLOCK.instant())));
        }

        ObjectNode audit = bank.books.audit();
        assertThat(audit.path("unbalanced_postings").asInt()).isZero();
        assertThat(audit.path("wrong_balances").asInt()).isZero();
        assertThat(audit.path("below_overdraft").asInt()).isZero();
    }

    @Property(tries = 50)
    void everyAccountNumberMakesAnIbanWhoseCheckDigitsHold(@ForAll("banks") SimulatedBank played) {
        IbanUtil.validate(played.iban(played.newAccountNumber()));
        IbanUtil.validate(played.ibanEnding("0001"));
        assertThat(played.ibanEnding("0004")).endsWith("0004");
    }

    @Provide
    Arbitrary<List<Transfer>> transfers() {
        var party = Arbitraries.integers().between(0, 2);
        return Combinators.combine(party, party, Arbitraries.longs().between(1, 90_000_000))
                .as(Transfer::new)
                .filter(transfer -> transfer.from() != transfer.to())
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<SimulatedBank> banks() {
        return Arbitraries.of(SimulatedBank.class);
    }

    private static List<Account> twoAccounts() {
        BankUser user = bank.testUsers
                .open("application-" + NAMES.incrementAndGet(), "Acme")
                .get(0);
        return bank.database.transact(tx -> BankUsers.accounts(tx, user));
    }

    record Transfer(int from, int to, long amount) {}
}
