package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payouts that take a step together: what one of them meets does not happen to the others. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class TogetherAtTheBankIT {
    @Inject
    PayingCompanies companies;

    @Inject
    SingleSteps steps;

    @Inject
    MovableClock clock;

    private final List<List<OurReference>> begun = new ArrayList<>();
    private final Set<OurReference> picky = new HashSet<>();
    private BeginAnswer toThePicky = new BeginAnswer.Unknown();
    private final Set<OurReference> refused = new HashSet<>();
    private final Set<OurReference> silent = new HashSet<>();
    private PayingCompany company;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                if (refused.contains(order.reference())) {
                    return new QueueAnswer.Refused(ReasonCode.EXCEEDS_DAILY_LIMIT, "Too much");
                }
                var taken = super.queue(credentials, order);
                return silent.contains(order.reference()) ? new QueueAnswer.Unknown() : taken;
            }

            @Override
            public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
                begun.add(references);
                return references.stream().anyMatch(picky::contains)
                        ? toThePicky
                        : super.beginOnce(credentials, references);
            }
        });
    }

    @Test
    void all_that_are_due_are_sent_with_one_step_and_authorized_with_one_call() {
        var payouts = automatic(5);

        step();
        step();

        assertThat(begun)
                .singleElement()
                .satisfies(together -> assertThat(together)
                        .containsExactlyInAnyOrderElementsOf(
                                payouts.stream().map(companies::reference).toList()));
        assertThat(payouts)
                .allSatisfy(one -> assertThat(companies.status(company, one)).isEqualTo("ACCEPTED_BY_BANK"));
    }

    @Test
    void a_member_that_is_refused_and_one_without_an_answer_keep_no_other_from_being_sent() {
        var payouts = automatic(3);
        refused.add(companies.reference(payouts.get(0)));
        silent.add(companies.reference(payouts.get(1)));

        step();

        assertThat(companies.status(company, payouts.get(0))).isEqualTo("FAILED");
        assertThat(companies.status(company, payouts.get(1))).isEqualTo("QUEUEING");
        assertThat(companies.status(company, payouts.get(2))).isEqualTo("AUTHORIZING");
        companies.due(company);
        companies.work(company);
        assertThat(companies.status(company, payouts.get(1))).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(company.bank().orderCalls(companies.reference(payouts.get(1))))
                .isEqualTo(1);
    }

    @Test
    void a_code_that_the_bank_wants_for_one_leaves_the_others_to_be_authorized_without_a_person() {
        var payouts = automatic(4);
        var special = companies.reference(payouts.get(2));
        picky.add(special);
        toThePicky = new BeginAnswer.OtpNeeded("OTP", "phone", clock.instant().plusSeconds(300), 3);

        step();
        step();
        assertThat(begun)
                .singleElement()
                .satisfies(together -> assertThat(together).hasSize(4));
        companies.work(company);
        companies.due(company);
        companies.work(company);

        assertThat(payouts)
                .filteredOn(one -> !companies.reference(one).equals(special))
                .allSatisfy(one -> assertThat(companies.status(company, one)).isEqualTo("ACCEPTED_BY_BANK"));
        assertThat(companies.status(company, payouts.get(2))).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void members_of_a_call_without_an_answer_are_looked_up_and_never_begun_again() {
        var payouts = automatic(3);
        picky.add(companies.reference(payouts.get(1)));

        step();
        step();
        var calls = begun.size();
        picky.clear();
        companies.due(company);
        companies.work(company);

        assertThat(calls).isEqualTo(1);
        assertThat(begun).hasSize(1);
        assertThat(payouts)
                .allSatisfy(one -> assertThat(companies.status(company, one)).isEqualTo("AWAITING_AUTHORIZATION"));
    }

    private List<PayoutId> automatic(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> companies.pay(company, true))
                .toList();
    }

    /** A node takes all that is due one step on. */
    private void step() {
        steps.together(company.bank().profile().identifier(), companies.claim(company, 100));
    }
}
