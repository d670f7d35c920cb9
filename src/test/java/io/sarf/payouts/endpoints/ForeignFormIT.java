package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.testing.Ibans;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids of others where no address shows them: in the fields of forms and behind the question mark. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ForeignFormIT {
    @Inject
    Companies companies;

    private Company theirs;
    private Company own;
    private Visitor stranger;

    @BeforeEach
    void two_companies() {
        theirs = companies.northwind();
        own = companies.elsewhere();
        stranger = own.founder();
    }

    @Test
    void a_payout_from_the_account_of_others_or_to_their_destination_is_not_made() {
        var account = value("select id from source_account where application = ? order by name", own.application());
        for (var form : new String[][] {
            SampleRows.newPayout(newId(), theirs.row("account"), theirs.row("destinations")),
            SampleRows.newPayout(newId(), account, theirs.row("destinations"))
        }) {
            for (var step : new String[] {"/payouts/review", "/payouts"}) {
                var answer = stranger.post(own.sandbox() + step, form);
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.body()).doesNotContain(SampleRows.PAYEE);
            }
        }
        assertThat(companies.value(
                        "select id from payout where application = ? and destination = ?",
                        own.application(),
                        theirs.row("destinations")))
                .isEmpty();
    }

    @Test
    void payouts_of_others_are_not_authorized_and_not_shown() {
        var payout = theirs.row("payouts");
        var before = value("select revision from payout where id = ?", payout);

        var review = stranger.post(own.sandbox() + "/payouts/authorization-reviews", "payout", payout);
        assertThat(review.status()).isEqualTo(303);
        var begun = stranger.post(own.sandbox() + "/payouts/authorizations", "payout", payout + ":" + before);
        assertThat(begun.status()).isEqualTo(404);
        var released = stranger.post(own.sandbox() + "/payouts/releases", "payout", payout + ":" + before);
        assertThat(released.status()).isEqualTo(404);
        var nonsense = stranger.post(own.sandbox() + "/payouts/authorizations", "payout", "nonsense");
        assertThat(nonsense.status()).isEqualTo(303);

        assertThat(value("select revision from payout where id = ?", payout)).isEqualTo(before);
    }

    @Test
    void a_page_that_begins_after_a_row_of_others_begins_nowhere() {
        assertThat(stranger.get(own.sandbox() + "/payouts?before=" + theirs.row("payouts"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get(own.sandbox() + "/payouts/new?destination=" + theirs.row("destinations"))
                        .body())
                .doesNotContain(SampleRows.PAYEE);
        assertThat(stranger.get(own.sandbox() + "/payouts?q=" + theirs.row("payouts"))
                        .body())
                .doesNotContain(SampleRows.PAYEE);
    }

    @Test
    void a_form_that_claims_the_id_of_a_row_of_others_changes_nothing_of_theirs() {
        claims("/destinations", "destination", "destinations", ownDestination(theirs.row("destinations")));
        claims(
                "/webhooks",
                "webhook_endpoint",
                "webhooks",
                "id",
                theirs.row("webhooks"),
                "url",
                "http://127.0.0.1:9/mine",
                "which",
                "all");
        claims(
                "/team/invitations",
                "invitation",
                "team/invitations",
                "id",
                theirs.row("team/invitations"),
                "email",
                "somebody-" + newId() + "@people.example");
    }

    @Test
    void a_payout_that_claims_the_id_of_a_payout_of_others_changes_nothing_of_theirs() {
        var destination = stranger.post(own.sandbox() + "/destinations", ownDestination(newId()))
                .made();
        var account = value("select id from source_account where application = ? order by name", own.application());
        claims("/payouts", "payout", "payouts", SampleRows.newPayout(theirs.row("payouts"), account, destination));
    }

    private void claims(String path, String table, String place, String... form) {
        var answer = stranger.post(own.sandbox() + path, form);

        assertThat(answer.status()).as(path).isLessThan(500);
        assertThat(value("select application from " + table + " where id = ?", theirs.row(place)))
                .isEqualTo(theirs.application());
        assertThat(answer.body()).doesNotContain("/hooks").doesNotContain("pending-");
    }

    private static String[] ownDestination(String id) {
        return SampleRows.newDestination(id, "Noor Stationery", Ibans.fresh());
    }

    private String value(String query, String key) {
        return companies.value(query, key).orElseThrow();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
