package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BankConcurrency;
import io.sarf.payouts.bank.BankConcurrency.Use;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that cannot be prepared makes no call, and uses up none of its bank's. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class GivenBackCallsIT {
    @Inject
    PayingCompanies companies;

    @Inject
    RunSteps steps;

    @Inject
    BeneficiaryWork beneficiaries;

    @Inject
    BankConcurrency concurrency;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private String bank;

    @BeforeEach
    void a_company() {
        clock.advance(Duration.ofMinutes(1));
        company = companies.open(new PaperBank(clock));
        bank = company.bank().profile().identifier();
    }

    @Test
    void a_payout_that_cannot_be_prepared_gives_its_call_back() {
        var broken = companies.pay(company, false);
        change("UPDATE payout SET reference = 'A-REFERENCE-OF-NOBODY' WHERE id = :id", broken.value());
        var all = concurrency.take(bank, Use.PAYOUTS);
        assertThat(all).isEqualTo(PaperBank.CONCURRENCY - 1);
        var leases = companies.claim(company, all);
        assertThat(leases).hasSize(1);
        concurrency.give(bank, Use.PAYOUTS, all - leases.size());

        steps.run(bank, leases).toCompletableFuture().join();

        assertThat(concurrency.take(bank, Use.PAYOUTS)).isEqualTo(all);
        concurrency.give(bank, Use.PAYOUTS, all);
    }

    @Test
    void a_payee_that_cannot_be_prepared_gives_its_call_back() {
        change(
                "UPDATE beneficiary SET status = 'REQUESTED', environment = 'PRODUCTION',"
                        + " due_at = '2026-01-01' WHERE destination = :id",
                company.destination().value());

        beneficiaries.runAll();

        assertThat(faults()).as("it was claimed, and has no outcome").isEqualTo(1);
        assertThat(concurrency.take(bank, Use.PAYEES)).isEqualTo(PaperBank.CONCURRENCY / 2);
        concurrency.give(bank, Use.PAYEES, PaperBank.CONCURRENCY / 2);
        change(
                "UPDATE beneficiary SET due_at = NULL WHERE destination = :id",
                company.destination().value());
    }

    private int faults() {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery("SELECT faults FROM beneficiary WHERE destination = :id")
                                .setParameter("id", company.destination().value())
                                .getSingleResult()))
                .intValue();
    }

    private void change(String statement, Object id) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement)
                        .setParameter("id", id)
                        .executeUpdate());
    }
}
