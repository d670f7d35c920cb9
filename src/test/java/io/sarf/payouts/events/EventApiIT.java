package io.sarf.payouts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Sealer;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events for a back end that asks. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class EventApiIT {
    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Sealer sealer;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Program program;

    @BeforeEach
    void a_company_that_has_paid() {
        company = companies.open(new PaperBank(clock));
        program = programs.program(company.scope());
        for (var i = 0; i < 3; i++) {
            companies.queued(company);
            clock.advance(Duration.ofSeconds(1));
        }
        sealer.sealAll();
    }

    @Test
    void events_are_told_newest_first_with_the_envelope_of_a_webhook() {
        program.call()
                .get("/events/v1?type=payment.created")
                .then()
                .statusCode(200)
                .body("data", hasSize(3))
                .body("data.type", everyItem(is("payment.created")))
                .body("data[0].message", is("A payment object has been created."))
                .body("data[0].event_id", notNullValue())
                .body("data[0].timestamp", notNullValue())
                .body("data[0].payload.status", is("AWAITING_AUTHORIZATION"))
                .body("page.total_elements", is(3));
    }

    @Test
    void behind_a_sequence_every_event_follows_in_order_without_a_gap() {
        var met = new ArrayList<Integer>();
        List<Integer> part;
        do {
            var after = met.isEmpty() ? 0 : met.get(met.size() - 1);
            part = program.call()
                    .get("/events/v1?size=2&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("data.sequence");
            met.addAll(part);
        } while (!part.isEmpty());

        assertThat(met)
                .hasSizeGreaterThan(3)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, met.size()).boxed().toList());
    }

    @Test
    void after_90_days_an_event_is_listed_no_more() {
        clock.advance(Duration.ofDays(91));

        programs.program(company.scope())
                .call()
                .get("/events/v1?type=payment.created")
                .then()
                .statusCode(200)
                .body("data", empty());
    }

    @Test
    void a_type_is_that_type_and_none_that_looks_like_it() {
        for (var other : List.of("PAYMENT.CREATED", "páyment.created", "payment.created ", "payment_created", "%")) {
            program.call()
                    .queryParam("type", other)
                    .get("/events/v1")
                    .then()
                    .statusCode(200)
                    .body("data", empty());
        }
    }

    @Test
    void all_faults_of_a_query_are_told_at_once() {
        program.call()
                .get("/events/v1?size=0&after=-1&to=later&typ=payment.created")
                .then()
                .statusCode(400)
                .body("metadata.errors.field", contains("size", "after", "to", "typ"));
    }
}
