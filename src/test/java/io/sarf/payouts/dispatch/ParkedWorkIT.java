package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.workqueue.ParkedWork;
import io.sarf.payouts.workqueue.ParkingByHand;
import io.sarf.payouts.workqueue.WorkQueue;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fails again and again is put aside where people see it, and holds nothing else back. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ParkedWorkIT {
    private static final String PAGE = "/representative/parked-work";

    /** Longer than any lease of payouts and beneficiaries. */
    private static final Duration LEASE_OVER = Duration.ofSeconds(46);

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    Destinations destinations;

    @Inject
    BeneficiaryWork beneficiaries;

    @Inject
    ParkingByHand parking;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private final AtomicBoolean adapterFails = new AtomicBoolean();
    private PayingCompany company;
    private Person rana;
    private Caller representative;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                if (adapterFails.get()) {
                    throw new UnsupportedOperationException("The adapter cannot do this");
                }
                return super.addBeneficiary(credentials, beneficiary);
            }
        });
        rana = people.representative("Rana");
        representative = new Caller(rana, "/representative");
    }

    @Test
    void a_payout_that_cannot_be_read_is_parked_while_others_go_on_and_goes_on_itself_once_it_is_resumed() {
        var broken = companies.pay(company, false);
        var healthy = companies.pay(company, false);
        var reference = reference(broken);
        reference(broken, "NOT-A-REFERENCE-OF-OURS");

        for (var node = 1; node < ParkingByHand.TRIES; node++) {
            failOnce();
        }
        parking.run();
        assertThat(parked(broken.value())).isEmpty();
        failOnce();
        parking.run();

        assertThat(companies.status(company, healthy)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(parked(broken.value())).singleElement().satisfies(one -> {
            assertThat(one.queue()).isEqualTo(WorkQueue.Name.PAYOUT);
            assertThat(one.fault()).isNotNull();
        });
        clock.advance(Duration.ofDays(1));
        assertThat(companies.claim(company, 100))
                .noneMatch(lease -> lease.work().equals(broken.value()));

        people.signedIn(rana, clock.instant());
        resume(broken.value());
        assertThat(parked(broken.value()))
                .as("tried again before the cause is fixed")
                .isEmpty();
        for (var node = 0; node < ParkingByHand.TRIES; node++) {
            failOnce();
        }
        parking.run();
        assertThat(parked(broken.value())).hasSize(1);

        reference(broken, reference);
        people.signedIn(rana, clock.instant());
        resume(broken.value());
        companies.work(company);

        assertThat(companies.status(company, broken)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(parked(broken.value())).isEmpty();
    }

    @Test
    void whoever_reads_the_activity_sees_that_work_was_parked_and_resumed_and_by_whom() {
        var payout = companies.pay(company, false);
        parking.nodesDie(WorkQueue.Name.PAYOUT, ParkingByHand.TRIES);

        var console = representative.get("/representative");
        assertThat(console).contains("href=\"" + PAGE + "\"", "failed too often");
        assertThat(representative.get(PAGE)).contains(payout.toString(), "Acme Trading", "The process ended");
        resume(payout.value());

        assertThat(new Caller(company.owner(), company.scope().path() + "/activity")
                        .get(company.scope().path() + "/activity?subject=" + payout)
                        .replaceAll("<[^>]+>", ""))
                .contains("Payout parked after repeated errors", "Parked payout tried again", "Rana");
    }

    @Test
    void work_whose_outcome_was_recorded_has_all_its_tries_again() {
        var payout = companies.pay(company, false);
        parking.nodesDie(WorkQueue.Name.PAYOUT, ParkingByHand.TRIES - 1);

        companies.work(company);
        parking.nodesDie(WorkQueue.Name.PAYOUT, 1);

        assertThat(parked(payout.value())).isEmpty();
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void of_two_representatives_one_has_it_tried_again_and_a_stranger_sees_no_page() {
        var payout = companies.pay(company, false);
        parking.nodesDie(WorkQueue.Name.PAYOUT, ParkingByHand.TRIES);

        resume(payout.value());

        var late = representative.landing(representative.post(PAGE + "/" + payout + "/resumption", Map.of()));
        assertThat(late).contains("Somebody else changed this meanwhile");
        var stranger = new Caller(company.owner(), company.scope().path() + "/payouts/new");
        assertThat(stranger.follow(PAGE).statusCode()).isIn(403, 404);
        assertThat(stranger.post(PAGE + "/resumption", Map.of()).statusCode()).isIn(403, 404);
    }

    @Test
    void all_that_is_listed_can_be_tried_again_at_once() {
        var some = List.of(companies.pay(company, false), companies.pay(company, false));
        parking.nodesDie(WorkQueue.Name.PAYOUT, ParkingByHand.TRIES);
        assertThat(parking.parked(WorkQueue.Name.PAYOUT))
                .extracting(ParkedWork.Item::id)
                .contains(some.get(0).value(), some.get(1).value());

        representative.post(PAGE + "/resumption", Map.of()).then().statusCode(303);
        companies.work(company);

        assertThat(some)
                .allSatisfy(
                        payout -> assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION"));
        assertThat(parking.parked(WorkQueue.Name.PAYOUT)).isEmpty();
    }

    @Test
    void a_payee_whose_request_the_adapter_cannot_make_is_parked_and_asked_for_once_it_is_resumed() {
        var payee = requestedAgain();
        adapterFails.set(true);
        for (var node = 0; node < ParkingByHand.TRIES; node++) {
            beneficiaries.run(100).toCompletableFuture().join();
            clock.advance(LEASE_OVER);
        }
        parking.run();

        assertThat(parking.parked(WorkQueue.Name.BENEFICIARY))
                .filteredOn(one -> one.id().equals(payee))
                .singleElement()
                .satisfies(one -> assertThat(one.fault()).isEqualTo("UnsupportedOperationException"));
        adapterFails.set(false);
        beneficiaries.run(100).toCompletableFuture().join();
        assertThat(payee().ready()).isFalse();

        resume(payee);
        beneficiaries.run(100).toCompletableFuture().join();

        assertThat(payee().ready()).isTrue();
    }

    private void failOnce() {
        companies.work(company);
        clock.advance(LEASE_OVER);
    }

    private List<ParkedWork.Item> parked(UUID work) {
        return parking.parked(WorkQueue.Name.PAYOUT).stream()
                .filter(one -> one.id().equals(work))
                .toList();
    }

    private void resume(UUID work) {
        var answer = representative.post(PAGE + "/" + work + "/resumption", Map.of());
        assertThat(representative.landing(answer)).contains("One piece of work is tried again now");
    }

    private String reference(PayoutId payout) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (String) entities.createNativeQuery("SELECT reference FROM payout WHERE id = :id", String.class)
                                .setParameter("id", payout.value())
                                .getSingleResult());
    }

    private void reference(PayoutId payout, String reference) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout SET reference = :reference WHERE id = :id")
                        .setParameter("reference", reference)
                        .setParameter("id", payout.value())
                        .executeUpdate());
    }

    private Beneficiary payee() {
        return destinations.beneficiary(company.scope(), company.destination()).orElseThrow();
    }

    /** The bank is to be asked for the payee again. */
    private UUID requestedAgain() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE beneficiary SET status = 'REQUESTED', due_at = :now WHERE destination = :payee")
                        .setParameter("now", clock.instant())
                        .setParameter("payee", company.destination().value())
                        .executeUpdate());
        return payee().id();
    }
}
