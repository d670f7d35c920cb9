package io.sarf.payouts.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.work.WorkTable;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parking and resuming get along with other transactions, and with rows that cannot be changed. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ParkingIT {
    private static final String PAGE = "/representative/parked-work";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    ParkedWork parked;

    @Inject
    ParkingByHand parking;

    @Inject
    PayoutTasks tasks;

    @Inject
    MovableClock clock;

    private PayingCompany company;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock));
    }

    @Test
    void parking_that_collides_with_another_transaction_is_in_the_journal_all_the_same() {
        var payout = companies.pay(company, false);
        var tries = new AtomicInteger();
        parking.nodesDie(WorkQueue.Name.PAYOUT, ParkingByHand.TRIES - 1, payout.value());
        parking.nodeDies(WorkQueue.Name.PAYOUT, payout.value());

        parked.park(colliding(tries), new WorkTable.Faulty(payout.value(), "Broken"));

        assertThat(tries).hasValue(2);
        assertThat(parkedNow(payout)).isTrue();
        var activity = company.scope().path() + "/activity";
        assertThat(new Caller(company.owner(), activity).get(activity + "?subject=" + payout))
                .contains("Payout parked after repeated errors");
    }

    @Test
    void of_all_that_is_tried_again_one_that_fails_stays_parked_and_the_others_go_on() throws SQLException {
        var first = companies.pay(company, false);
        var failing = companies.pay(company, false);
        var last = companies.pay(company, false);
        for (var one : new PayoutId[] {first, failing, last}) {
            parking.nodesDie(WorkQueue.Name.PAYOUT, ParkingByHand.TRIES, one.value());
        }
        var representative = new Caller(people.representative("Rana"), "/representative");

        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TRIGGER not_this_one BEFORE UPDATE ON payout_task FOR EACH ROW" + " IF NEW.id = '"
                    + failing + "' THEN SIGNAL SQLSTATE '45000'; END IF");
            try {
                var answer = representative.post(PAGE + "/resumption", Map.of());
                assertThat(representative.landing(answer)).contains("tried again now");
            } finally {
                statement.execute("DROP TRIGGER not_this_one");
            }
        }

        assertThat(parkedNow(failing)).isTrue();
        assertThat(parkedNow(first) || parkedNow(last)).isFalse();
        parking.resume(WorkQueue.Name.PAYOUT);
    }

    private boolean parkedNow(PayoutId payout) {
        return parking.parked(WorkQueue.Name.PAYOUT).stream()
                .anyMatch(one -> one.id().equals(payout.value()));
    }

    /** The first transaction is rolled back in favour of another one. */
    private WorkQueue colliding(AtomicInteger tries) {
        return new WorkQueue() {
            @Override
            public Name name() {
                return tasks.name();
            }

            @Override
            public WorkTable table() {
                return tasks.table();
            }

            @Override
            public Optional<About> about(UUID work) {
                if (tries.incrementAndGet() == 1) {
                    throw new OptimisticLockException();
                }
                return tasks.about(work);
            }
        };
    }

    private static Connection owner() throws SQLException {
        var stack = StackResource.stack();
        return DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.flyway.username"),
                stack.get("quarkus.flyway.password"));
    }
}
