package io.sarf.payouts.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.Gate;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests for payees share a bank's calls with each other and with payouts. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ManyNewPayeesIT {
    @Inject
    PayingCompanies companies;

    @Inject
    KnownPayees payees;

    @Inject
    Destinations destinations;

    @Inject
    BeneficiaryWork work;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private final ExecutorService slowly = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        nothingIsDue();
        slowly.shutdown();
    }

    @Test
    void a_request_that_was_answered_gives_its_call_back() {
        var company = companies.open(new PaperBank(clock));
        nothingIsDue();

        for (var asked = 0; asked <= PaperBank.CONCURRENCY; asked++) {
            requested(company, clock.instant());
            work.runAll();

            assertThat(Eventually.get("its answer", () -> ready(company) ? Optional.of(true) : Optional.empty()))
                    .isTrue();
        }
    }

    @Test
    void a_company_with_many_new_payees_leaves_calls_for_one_with_a_single_new_payee() {
        var gate = new Gate();
        var slow = new AtomicBoolean();
        var bank = new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                if (slow.get()) {
                    gate.pass();
                }
                return super.addBeneficiary(credentials, beneficiary);
            }

            @Override
            protected Executor executor() {
                return slowly;
            }
        };
        var crowd = companies.open(bank);
        for (var one = 0; one < 2 * PaperBank.CONCURRENCY; one++) {
            payees.alias(crowd.scope(), "Payee " + one, "", crowd.owner().actor());
        }
        var single = companies.open(bank);
        nothingIsDue();
        requested(crowd, clock.instant());
        requested(single, clock.instant().plus(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        slow.set(true);

        work.runAll();
        gate.awaitArrival();

        assertThat(leased(crowd)).isBetween(1L, (long) PaperBank.CONCURRENCY / 2 - 1);
        assertThat(leased(single)).isEqualTo(1);
        gate.open();
    }

    private boolean ready(PayingCompany company) {
        return destinations
                .beneficiary(company.scope(), company.destination())
                .orElseThrow()
                .ready();
    }

    private long leased(PayingCompany company) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery(
                        "SELECT COUNT(*) FROM beneficiary WHERE application = :application"
                                + " AND lease_owner IS NOT NULL",
                        Long.class)
                .setParameter("application", company.scope().application().value())
                .getSingleResult());
    }

    private void nothingIsDue() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE beneficiary SET due_at = NULL")
                        .executeUpdate());
    }

    /** The bank is to be asked for the company's payees again. */
    private void requested(PayingCompany company, Instant due) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE beneficiary SET status = 'REQUESTED', due_at = :due,"
                                + " lease_owner = NULL, lease_until = NULL WHERE application = :application")
                        .setParameter("due", due)
                        .setParameter(
                                "application", company.scope().application().value())
                        .executeUpdate());
    }
}
