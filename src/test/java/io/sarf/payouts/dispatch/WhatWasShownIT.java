package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code authorizes exactly what its person was shown, and only while they want it. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class WhatWasShownIT {
    private static final int ROUNDS = 10;
    private static final String TOO_MANY = "Choose at most %d payouts at a time: %d are selected."
            .formatted(AuthorizeSubjects.MOST, AuthorizeSubjects.MOST + 1);

    @Inject
    PayingCompanies companies;

    @Inject
    ApplyBankStatus applyStatus;

    @Inject
    SingleSteps advance;

    @Inject
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private final AtomicInteger codes = new AtomicInteger();
    private PayingCompany company;
    private Caller first;
    private Caller second;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
                codes.incrementAndGet();
                return super.complete(credentials, challenge, otp);
            }
        });
        first = new Caller(company.first(), payouts() + "/new");
        second = new Caller(company.second(), payouts() + "/new");
    }

    @Test
    void what_an_approver_at_the_portal_did_meanwhile_keeps_the_code_from_the_bank_and_is_said() {
        var approved = companies.queued(company);
        var other = companies.queued(company);
        var window = begin(first, approved, other);
        approve(approved);

        var answer = first.landing(code(window));

        assertThat(answer)
                .contains("Nothing was sent", "It is now: Accepted by the bank", "Checking with the bank")
                .doesNotContain("name=\"otp\"");
        assertThat(codes).hasValue(0);
        assertThat(companies.status(company, approved)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.status(company, other)).isEqualTo("AUTHORIZING");

        company.bank().say(companies.reference(other), new OrderStatus.Queued("ORD"));
        companies.work(company);

        assertThat(companies.status(company, other)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(first.get(window)).contains("Nothing was sent", "Accepted by the bank", "Not authorized");
        assertThat(first.landing(code(window))).contains("does not wait for a code any more");
        assertThat(codes).hasValue(0);
    }

    @Test
    void an_amount_or_a_payee_that_is_not_the_one_shown_keeps_the_code_from_the_bank() {
        for (var tampering : List.of(
                "amount = amount + 1", "recipient_iban = 'AE680030012312312312123'", "recipient_name = 'Else'")) {
            var payout = companies.queued(company);
            var window = begin(first, payout);
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery("UPDATE payout SET " + tampering + " WHERE id = :id")
                            .setParameter("id", payout.value())
                            .executeUpdate());

            assertThat(first.landing(code(window))).as(tampering).contains("changed while its code was on the way");
            assertThat(codes).hasValue(0);
        }
    }

    @Test
    void rows_in_another_persons_window_are_named_and_left_out() {
        var taken = companies.queued(company);
        var free = companies.queued(company);
        var window = begin(second, taken);

        var mine = review(first, taken, free).then().statusCode(200).extract().asString();
        var theirs =
                review(second, taken, free).then().statusCode(200).extract().asString();

        assertThat(mine)
                .contains("Left out", "In another person’s window", companies.pick(company, free))
                .doesNotContain(companies.pick(company, taken), "Go to the window");
        assertThat(theirs).contains("In your own open window", window);
    }

    @Test
    void a_selection_of_which_nothing_waits_any_more_is_shown_without_anything_to_send() {
        var taken = companies.queued(company);
        begin(second, taken);

        var page = review(first, taken).then().statusCode(200).extract().asString();

        assertThat(page).contains("Nothing of what you selected can be authorized now", "Left out");
        assertThat(page).doesNotContain("Send me the code");
    }

    @Test
    void a_selection_above_the_limit_is_refused_and_not_cut() {
        var picks = Stream.generate(() -> companies.queued(company)).limit(2).toList();
        var shown = new ArrayList<>(
                picks.stream().map(one -> companies.pick(company, one)).toList());
        while (shown.size() <= AuthorizeSubjects.MOST) {
            shown.add(ids.next() + ":1");
        }

        var begun = first.post(
                payouts() + "/authorizations", Map.of("id", ids.next().toString(), "payout", String.join(" ", shown)));

        assertThat(first.landing(begun)).contains(TOO_MANY);
        assertThat(companies.status(company, picks.get(0))).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void a_form_with_more_fields_than_a_form_may_have_is_refused() {
        var many = Stream.generate(() -> ids.next().toString()).limit(1_001).toList();

        first.post(payouts() + "/authorization-reviews", Map.of("payout", many))
                .then()
                .statusCode(413);
    }

    @Test
    void all_that_wait_at_a_bank_are_reviewed_together_without_ticking_any() {
        var one = companies.queued(company);
        var other = companies.queued(company);
        var bank = company.bank().profile().identifier();
        assertThat(first.get(payouts())).contains("Authorize all 2 payouts waiting at Paper Bank", bank);

        var page = first.post(payouts() + "/authorization-reviews", Map.of("bank", bank))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).contains(companies.pick(company, one), companies.pick(company, other), "2 payouts");
    }

    @Test
    void whoever_gives_up_takes_no_code_any_more_and_the_payout_waits_again_once_the_bank_says_it_is_queued() {
        var payout = companies.queued(company);
        var window = begin(first, payout);

        assertThat(first.landing(giveUp(window))).contains("This authorization was given up", "Checking with the bank");
        assertThat(first.landing(giveUp(window))).contains("This authorization was given up");
        assertThat(first.landing(code(window))).contains("does not wait for a code any more");
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        assertThat(codes).hasValue(0);

        company.bank().say(companies.reference(payout), new OrderStatus.Queued("ORD"));
        companies.due(company);
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(first.get(window)).contains("This authorization was given up", "Not authorized");
        assertThat(second.get(begin(second, payout))).contains("Code sent to the phone");
    }

    @Test
    void a_node_that_had_claimed_a_payout_before_the_window_took_it_does_not_end_the_authorization() {
        var payout = companies.queued(company);
        var lease = companies.lease(payout);
        var window = begin(first, payout);

        assertThat(advance.prepare(lease)).isEmpty();
        advance.record(lease, new OrderStatus.Queued("ORD"));

        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        assertThat(companies.dueAt(payout)).isEqualTo(clock.instant().plusSeconds(305));
        assertThat(first.landing(code(window))).contains("Accepted by the bank");
    }

    @Test
    void nobody_gives_up_what_another_person_authorizes() {
        var window = begin(first, companies.queued(company));

        assertThat(giveUp(second, window).statusCode()).isEqualTo(404);
        assertThat(first.get(window)).contains("Code sent to the phone");
    }

    @Test
    void of_a_code_and_giving_up_at_once_one_counts_and_the_other_is_told() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.queued(company);
            var window = begin(first, payout);
            codes.set(0);

            var both = Together.run(
                    List.<Callable<String>>of(() -> first.landing(code(window)), () -> first.landing(giveUp(window))));

            if (codes.get() == 1) {
                assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
                assertThat(both.get(1).get()).contains("It is too late to give up");
            } else {
                assertThat(codes).hasValue(0);
                assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
                assertThat(both.get(0).get()).contains("does not wait for a code any more");
                assertThat(both.get(1).get()).contains("This authorization was given up");
            }
        }
    }

    @Test
    void of_a_code_and_an_approval_at_the_portal_at_once_the_payout_is_accepted_once_and_the_person_sees_it() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.queued(company);
            var window = begin(first, payout);

            Together.run(List.<Callable<Object>>of(() -> code(window), () -> {
                        approve(payout);
                        return "approved";
                    }))
                    .forEach(Together.Outcome::get);

            assertThat(companies.events(payout)).containsOnlyOnce("payout.accepted");
            assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
            assertThat(first.get(window)).contains("Accepted by the bank").doesNotContain("name=\"otp\"");
        }
    }

    @Test
    void only_its_owner_is_led_from_a_payout_back_into_the_window() {
        var payout = companies.queued(company);
        var window = begin(first, payout);

        assertThat(first.get(payouts() + "/" + payout)).contains("Go to the window", window);
        assertThat(second.get(payouts() + "/" + payout)).doesNotContain(window);
        first.landing(code(window));
        assertThat(first.get(payouts() + "/" + payout)).doesNotContain("Go to the window");
    }

    private void approve(PayoutId payout) {
        var reference = companies.reference(payout);
        company.bank().say(reference, new Verdict.Accepted("REF-" + reference));
        applyStatus.reported(
                company.bank().profile().identifier(), List.of(company.bank().changesOf(reference)));
    }

    private Response review(Caller caller, PayoutId... chosen) {
        return caller.post(
                payouts() + "/authorization-reviews",
                Map.of("payout", Stream.of(chosen).map(PayoutId::toString).toList()));
    }

    /** Returns the path of the window. */
    private String begin(Caller caller, PayoutId... chosen) {
        var picks = Stream.of(chosen).map(one -> companies.pick(company, one)).toList();
        var begun = caller.post(
                payouts() + "/authorizations", Map.of("id", ids.next().toString(), "payout", picks));
        return URI.create(begun.header("Location")).getPath();
    }

    private Response code(String window) {
        return first.post(window + "/code", Map.of("otp", PaperBank.CODE));
    }

    private Response giveUp(String window) {
        return giveUp(first, window);
    }

    private static Response giveUp(Caller caller, String window) {
        return caller.post(window + "/cancellation", Map.of());
    }

    private String payouts() {
        return company.scope().path() + "/payouts";
    }
}
