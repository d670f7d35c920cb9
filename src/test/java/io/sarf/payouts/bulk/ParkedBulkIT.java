package io.sarf.payouts.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.workqueue.ParkedWork;
import io.sarf.payouts.workqueue.ParkingByHand;
import io.sarf.payouts.workqueue.WorkQueue;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Eventually;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bulk payment whose status cannot be worked out is put aside; its payouts go on. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ParkedBulkIT {
    private static final String ADDRESS = "/payouts/v1/bulk-payments";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Sealer sealer;

    @Inject
    FollowBulks follow;

    @Inject
    ParkingByHand parking;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private PayingCompany company;
    private Program program;

    @Test
    void a_bulk_payment_with_which_every_node_dies_is_parked_and_has_its_status_once_it_is_resumed() {
        company = companies.open(new PaperBank(clock));
        program = programs.program(company.scope());
        var bulk = settled();
        behind(bulk);

        parking.nodesDie(WorkQueue.Name.BULK_PAYMENT, ParkingByHand.TRIES, bulk);
        follow.run();

        assertThat(status(bulk)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(parking.parked(WorkQueue.Name.BULK_PAYMENT))
                .extracting(ParkedWork.Item::id)
                .contains(bulk);

        parking.resume(WorkQueue.Name.BULK_PAYMENT);
        follow.run();

        assertThat(status(bulk)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(parking.parked(WorkQueue.Name.BULK_PAYMENT))
                .extracting(ParkedWork.Item::id)
                .doesNotContain(bulk);
        var activity = company.scope().path() + "/activity";
        assertThat(new Caller(company.owner(), activity).get(activity + "?subject=" + bulk))
                .contains("Bulk payment parked after repeated errors", "Parked bulk payment tried again");
    }

    /** The bank has accepted its payout, and no event waits. */
    private UUID settled() {
        String id = program.call()
                .body(("{\"account_id\":\"%s\",\"authorize_payment\":true,\"payments\":[{\"destination_id\":\"%s\","
                                + "\"amount\":10,\"currency\":\"AED\",\"description\":\"Salary\"}]}")
                        .formatted(
                                company.account().value(), company.destination().value()))
                .post(ADDRESS)
                .then()
                .statusCode(201)
                .extract()
                .path("bulk_payment_intent_id");
        var bulk = UUID.fromString(id);
        companies.work(company);
        sealer.sealAll();
        Eventually.holds("bulk payment accepted by the bank", () -> {
            follow.run();
            return "ACCEPTED_BY_BANK".equals(status(bulk));
        });
        return bulk;
    }

    /** It has not followed its payouts yet. */
    private void behind(UUID bulk) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE bulk_payment SET status = 'AWAITING_AUTHORIZATION', due_at = :now WHERE id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", bulk)
                        .executeUpdate());
    }

    private String status(UUID bulk) {
        return program.call().get(ADDRESS + "/" + bulk).path("payouts_payment_details.status");
    }
}
