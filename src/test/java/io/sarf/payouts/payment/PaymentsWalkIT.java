package io.sarf.payouts.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A back end that reads everything there is. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class PaymentsWalkIT {
    private static final int MANY = 100_000;
    /** One hundred thousand numbers from 1. */
    private static final String NUMBERS = "a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 1";

    private static final String DIGITS = Stream.of("a", "b", "c", "e", "f")
            .map(name -> "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                    + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) " + name)
            .collect(Collectors.joining(", "));

    private static final Set<String> OWN = Set.of("id", "payment", "reference", "created_at", "amount");

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    MovableClock clock;

    @Inject
    EntityManager entities;

    @Test
    void a_walk_by_cursor_with_a_filter_meets_each_of_100000_payouts_once_while_others_are_made() {
        var company = companies.open(new PaperBank(clock));
        var program = programs.program(company.scope());
        copies(companies.pay(company, false));
        clock.advance(Duration.ofSeconds(1));

        var met = new HashSet<String>();
        var pages = 0;
        String cursor = null;
        do {
            var page = page(program, cursor);
            List<String> intents = page.getList("content.payment_intent_id");
            for (var intent : intents) {
                assertThat(met.add(intent)).as("%s is met once", intent).isTrue();
            }
            cursor = page.getString("page.next_cursor");
            if (pages++ % 50 == 0) {
                clock.advance(Duration.ofMillis(1));
                companies.pay(company, false);
            }
        } while (cursor != null);

        // Those that were made meanwhile are newer than where the walk began, so it does not meet them.
        assertThat(met).hasSize(MANY / 2);
    }

    /** Half of them match the filter; seven of each time, so that pages end among those of one time. */
    private void copies(PayoutId original) {
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            @SuppressWarnings("unchecked")
            List<String> columns = entities.createNativeQuery("SELECT column_name FROM information_schema.columns"
                            + " WHERE table_schema = DATABASE() AND table_name = 'payout' ORDER BY ordinal_position")
                    .getResultList();
            var same = columns.stream().filter(name -> !OWN.contains(name)).collect(Collectors.joining(", "));
            entities.createNativeQuery("INSERT INTO payout (id, reference, created_at, amount, " + same + ")"
                            + " SELECT UUID(), CONCAT('SARF', LPAD(seq, 9, '0'), RIGHT(reference, 17)),"
                            + " TIMESTAMPADD(MICROSECOND, -(seq DIV 7) - 1, created_at), 50 + (seq % 2) * 100, " + same
                            + " FROM payout, (SELECT " + NUMBERS + " seq FROM " + DIGITS + ") numbers"
                            + " WHERE id = :original")
                    .setParameter("original", original.value())
                    .executeUpdate();
        });
    }

    private static JsonPath page(Program program, String cursor) {
        var call = program.call().queryParam("page_size", 100).queryParam("amount_min", "130");
        return (cursor == null ? call : call.queryParam("cursor", cursor))
                .get("/payouts/v1/payments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
