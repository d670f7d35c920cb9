package io.sarf.payouts.payouttab;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The days of the chart are those of whoever looks at it. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class PayoutDaysIT {
    private static final Instant SINCE = Instant.parse("2026-02-01T00:00:00Z");

    @Inject
    PayingCompanies companies;

    @Inject
    ListedPayouts listed;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private PayingCompany company;

    @BeforeEach
    void payouts_of_an_evening() {
        company = companies.open(new PaperBank(clock));
        settled("ACCEPTED_BY_BANK", "2026-02-27 18:29:59");
        settled("ACCEPTED_BY_BANK", "2026-02-27 18:30:00");
        settled("FAILED", "2026-02-27 19:59:59");
        settled("FAILED", "2026-02-27 20:00:00");
        settled("AWAITING_AUTHORIZATION", "2026-02-27 20:00:00");
        settled("ACCEPTED_BY_BANK", "2026-01-31 23:59:59");
    }

    @Test
    void a_day_begins_and_ends_where_its_reader_is() {
        assertThat(in("UTC")).containsExactlyInAnyOrder("27 paid 2", "27 failed 2");
        assertThat(in("Asia/Dubai")).containsExactlyInAnyOrder("27 paid 2", "27 failed 1", "28 failed 1");
        assertThat(in("Asia/Kolkata")).containsExactlyInAnyOrder("27 paid 1", "28 paid 1", "28 failed 2");
    }

    private List<String> in(String zone) {
        return listed.days(company.scope(), SINCE, ZoneId.of(zone)).stream()
                .map(day ->
                        day.day().getDayOfMonth() + " " + day.result().name().toLowerCase(Locale.ROOT) + " "
                                + day.total().count())
                .toList();
    }

    private void settled(String status, String at) {
        var payout = companies.pay(company, false);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE payout SET status = :status, updated_at = :at WHERE id = :id")
                        .setParameter("status", status)
                        .setParameter("at", at)
                        .setParameter("id", payout.value())
                        .executeUpdate());
    }
}
