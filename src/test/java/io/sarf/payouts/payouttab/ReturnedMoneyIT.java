package io.sarf.payouts.payouttab;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutState.Outcome;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.Payouts;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that came back was not paid, wherever it is summed up or looked for. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ReturnedMoneyIT {
    @Inject
    PayingCompanies companies;

    @Inject
    ListedPayouts listed;

    @Inject
    Payouts payouts;

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
    void each_standing_is_counted_and_found_where_its_ending_says() {
        for (var state : PayoutState.all()) {
            stands(state);
        }

        var counted = listed.days(company.scope(), clock.instant().minus(Duration.ofDays(1)), ZoneId.of("UTC")).stream()
                .map(day -> day.result() + " " + day.total().count())
                .toList();
        assertThat(counted).containsExactlyInAnyOrder("PAID 2", "FAILED 2", "RETURNED 1");
        for (var state : ListedState.ALL) {
            var found = listed.newest(company.scope(), state, "", null, 100);
            assertThat(found)
                    .as(state.name())
                    .isNotEmpty()
                    .allSatisfy(payout -> assertThat(payout.status()).isIn(state.status(), failedOr(state.status())))
                    .allSatisfy(payout -> assertThat(payout.state().outcome() == Outcome.REJECTED)
                            .isEqualTo(state.returned()));
        }
    }

    /** Among what failed is what an approver refused. */
    private static PayoutStatus failedOr(PayoutStatus status) {
        return status == PayoutStatus.FAILED ? PayoutStatus.AUTHORIZATION_FAILED : status;
    }

    @Test
    void the_page_sums_paid_failed_and_returned_apart_and_filters_by_returned() {
        stands(new PayoutState(PayoutStatus.ACCEPTED_BY_BANK, Outcome.REJECTED));
        var page = new Caller(company.first(), company.scope().path() + "/payouts");

        assertThat(page.get(company.scope().path() + "/payouts?status=RETURNED"))
                .contains("legend-returned", "<option value=\"RETURNED\" selected>Returned</option>", "Noor Hadid");
        assertThat(page.get(company.scope().path() + "/payouts?status=ACCEPTED_BY_BANK"))
                .doesNotContain("Noor Hadid");
    }

    @Test
    void a_payee_whose_money_came_back_has_never_been_paid() {
        stands(new PayoutState(PayoutStatus.ACCEPTED_BY_BANK, Outcome.REJECTED));
        assertThat(paidBefore()).isEmpty();
        assertThat(payouts.twin(
                        company.scope(),
                        company.destination(),
                        new java.math.BigDecimal("120.00"),
                        clock.instant().minusSeconds(60)))
                .isFalse();

        stands(PayoutState.of(PayoutStatus.ACCEPTED_BY_BANK));
        assertThat(paidBefore()).isNotEmpty();
    }

    @Test
    void whether_a_payee_was_paid_before_is_known_from_one_payment_however_many_there_are() {
        for (var i = 0; i < 30; i++) {
            stands(PayoutState.of(PayoutStatus.FAILED));
        }
        assertThat(readFor(0)).isLessThan(10);

        for (var i = 0; i < 30; i++) {
            stands(PayoutState.of(PayoutStatus.ACCEPTED_BY_BANK));
        }
        assertThat(readFor(1)).isLessThan(10);
    }

    private long readFor(int paid) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var before = rowsRead();
            assertThat(paidBefore()).hasSize(paid);
            return rowsRead() - before;
        });
    }

    private long rowsRead() {
        return entities.createNativeQuery("SHOW SESSION STATUS LIKE 'Handler_read%next'").getResultList().stream()
                .mapToLong(row -> Long.parseLong((String) ((Object[]) row)[1]))
                .sum();
    }

    private java.util.Set<DestinationId> paidBefore() {
        return payouts.paidBefore(company.scope(), List.of(company.destination()));
    }

    private void stands(PayoutState state) {
        var payout = companies.pay(company, false);
        @Nullable Outcome outcome = state.outcome();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE payout SET status = :status, outcome = :outcome WHERE id = :id")
                        .setParameter("status", state.status().name())
                        .setParameter("outcome", outcome == null ? null : outcome.name())
                        .setParameter("id", payout.value())
                        .executeUpdate());
    }
}
