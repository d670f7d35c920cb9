package io.sarf.payouts.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limit is for requests that wait for a bank: one that was answered does not count. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ManyNewPayeesIT {
    @Inject
    PayingCompanies companies;

    @Inject
    Destinations destinations;

    @Inject
    BeneficiaryWork work;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private PayingCompany company;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock));
    }

    @Test
    void a_node_that_was_answered_more_often_than_may_wait_at_once_still_asks() {
        for (var asked = 0; asked <= BeneficiaryWork.UNDER_WAY; asked++) {
            requested();
            work.run(1).toCompletableFuture().join();
            assertThat(payee().ready()).isTrue();
        }

        requested();
        work.runAll();

        Eventually.get("its answer", () -> payee().ready() ? Optional.of(true) : Optional.empty());
    }

    private Beneficiary payee() {
        return destinations.beneficiary(company.scope(), company.destination()).orElseThrow();
    }

    /** The bank is to be asked for the payee, and for nobody else. */
    private void requested() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("UPDATE beneficiary SET due_at = NULL").executeUpdate();
            entities.createNativeQuery("UPDATE beneficiary SET status = 'REQUESTED', due_at = :now,"
                            + " lease_owner = NULL, lease_until = NULL WHERE destination = :payee")
                    .setParameter("now", clock.instant())
                    .setParameter("payee", company.destination().value())
                    .executeUpdate();
        });
    }
}
