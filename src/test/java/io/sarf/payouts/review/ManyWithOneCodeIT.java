package io.sarf.payouts.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many payouts in one window. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ManyWithOneCodeIT {
    private static final int MANY = 60;
    private static final int LISTED = 100;

    @Inject
    PayingCompanies companies;

    @Inject
    DyingWitness witness;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Caller first;
    private List<PayoutId> payouts;
    private String window;

    @BeforeEach
    void a_window_with_many() {
        open(new PaperBank(clock), MANY);
    }

    private void open(PaperBank bank, int many) {
        company = companies.open(bank);
        first = new Caller(company.first(), path() + "/new");
        payouts = Stream.generate(() -> companies.queued(company)).limit(many).toList();
        var picks = payouts.stream().map(one -> companies.pick(company, one)).toList();
        var begun =
                first.post(path() + "/authorizations", Map.of("id", ids.next().toString(), "payout", picks));
        window = URI.create(begun.header("Location")).getPath();
    }

    @AfterEach
    void nobody_dies_any_more() {
        witness.immortal();
    }

    @Test
    void each_gets_its_own_result_and_its_own_entry() {
        var page = first.landing(first.post(window + "/code", Map.of("otp", PaperBank.CODE)));

        assertThat(page.split("Accepted by the bank", -1)).hasSize(MANY + 1);
        assertThat(page).doesNotContain("payouts are listed");
        assertThat(page).contains("Done").doesNotContain("http-equiv=\"refresh\"");
        assertThat(payouts).allSatisfy(payout -> {
            assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
            assertThat(companies.events(payout)).containsOnlyOnce("payout.accepted");
        });
    }

    @Test
    void a_node_that_dies_while_it_records_leaves_the_rest_to_be_asked_for_and_the_page_shows_how_far_it_is() {
        witness.dieAfter(1);

        first.post(window + "/code", Map.of("otp", PaperBank.CODE)).then().statusCode(500);

        assertThat(first.get(window))
                .contains("25 of 60 have a result", "Sent to the bank", "http-equiv=\"refresh\"")
                .contains("hx-get=\"" + window + "\"");
        assertThat(accepted()).isEqualTo(25);

        // Longer than a lease, since other nodes of this test may have held some of the tasks.
        clock.advance(Duration.ofMinutes(1));
        companies.work(company);

        assertThat(accepted()).isEqualTo(MANY);
        assertThat(first.get(window)).contains("Done").doesNotContain("http-equiv=\"refresh\"", "Sent to the bank");
        assertThat(payouts)
                .allSatisfy(payout -> assertThat(companies.events(payout)).containsOnlyOnce("payout.accepted"));
    }

    @Test
    void a_window_with_more_than_a_hundred_lists_a_hundred_with_refused_ones_first_and_counts_all() {
        var refusing = new PaperBank(clock) {
            @Override
            public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
                var done = (CompleteAnswer.Done) super.complete(credentials, challenge, otp);
                var verdicts = new HashMap<>(done.verdicts());
                verdicts.keySet().stream()
                        .max(Comparator.comparing(OurReference::value))
                        .ifPresent(last -> verdicts.put(
                                last, new Verdict.Refused(ReasonCode.INSUFFICIENT_BALANCE, "Not enough money")));
                return new CompleteAnswer.Done(verdicts);
            }
        };
        open(refusing, LISTED + 1);

        var code = first.get(window);
        var result = first.landing(first.post(window + "/code", Map.of("otp", PaperBank.CODE)));

        assertThat(code).contains("100 of 101 payouts are listed");
        assertThat(rows(code)).hasSize(LISTED);
        assertThat(result).contains("100 of 101 payouts are listed");
        assertThat(rows(result)).hasSize(LISTED);
        assertThat(rows(result).get(0)).contains("Refused by the bank", "Not enough money");
        assertThat(tallies(result)).containsExactlyInAnyOrder("Accepted by the bank 100", "Refused by the bank 1");
    }

    private static List<String> rows(String page) {
        return Arrays.stream(page.split("<tr><td>")).skip(1).toList();
    }

    private static List<String> tallies(String page) {
        return Pattern.compile("<li>(<span class=\"state.*?)</li>")
                .matcher(page)
                .results()
                .map(tally -> tally.group(1).replaceAll("<[^>]*>", ""))
                .toList();
    }

    private long accepted() {
        return payouts.stream()
                .filter(payout -> companies.status(company, payout).equals("ACCEPTED_BY_BANK"))
                .count();
    }

    private String path() {
        return company.scope().path() + "/payouts";
    }
}
