package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.quarantine.Quarantine;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bank tells without being asked about an order. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class PollBankChangesIT {

    @Inject
    PayingCompanies companies;

    @Inject
    ChangeCursors cursors;

    @Inject
    Banks banks;

    @Inject
    ApplyBankStatus applyStatus;

    @Inject
    Quarantine quarantine;

    @Inject
    MovableClock clock;

    private PollBankChanges node;

    @BeforeEach
    void a_node() {
        node = new PollBankChanges(cursors, banks, applyStatus, clock);
    }

    @Test
    void what_an_approver_decides_at_the_portal_reaches_the_payout_that_waits() {
        var company = companies.open(new PaperBank(clock));
        var approved = companies.queued(company);
        clock.advance(Duration.ofMinutes(1));
        var refused = companies.queued(company);
        say(company, approved, new Verdict.Accepted("REF-1"));
        say(company, refused, new Verdict.RefusedByApprover("Not this one"));

        follow(company);

        assertThat(companies.status(company, approved)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.flow(company, approved)).isEqualTo("BANK_PORTAL");
        assertThat(companies.status(company, refused)).isEqualTo("AUTHORIZATION_FAILED");
        assertThat(companies.dueAt(approved)).as("its outcome is asked for").isNotNull();
    }

    @Test
    void reports_that_are_recorded_together_are_applied_in_their_order_to_each_payout() {
        var company = companies.open(new PaperBank(clock));
        var paid = companies.queued(company);
        var waiting = companies.queued(company);
        var refused = companies.queued(company);
        var reports = new ArrayList<ChangesAnswer.Change>();
        say(company, paid, new Verdict.Accepted("REF-1"));
        reports.add(company.bank().changesOf(companies.reference(paid)));
        say(company, waiting, new Verdict.Accepted("REF-2"));
        reports.add(company.bank().changesOf(companies.reference(waiting)));
        say(company, paid, new OrderStatus.Processed("REF-1"));
        reports.add(company.bank().changesOf(companies.reference(paid)));
        say(company, refused, new Verdict.RefusedByApprover("Not this one"));
        reports.add(company.bank().changesOf(companies.reference(refused)));

        applyStatus.reported(company.bank().profile().identifier(), reports);

        assertThat(companies.events(paid)).endsWith("payout.accepted", "payout.processed");
        assertThat(companies.dueAt(paid)).as("nothing is left to be done").isNull();
        assertThat(companies.status(company, waiting)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.dueAt(waiting)).as("its outcome is asked for").isNotNull();
        assertThat(companies.status(company, refused)).isEqualTo("AUTHORIZATION_FAILED");
    }

    @Test
    void what_the_bank_takes_back_by_itself_is_cancelled() {
        var company = companies.open(new PaperBank(clock));
        var payout = companies.queued(company);
        say(company, payout, new OrderStatus.TakenBack());

        follow(company);

        assertThat(companies.status(company, payout)).isEqualTo("CANCELLED");
    }

    @Test
    void what_the_bank_had_released_and_takes_back_before_accepting_it_has_failed() {
        var company = companies.open(new PaperBank(clock));
        var payout = companies.queued(company);
        say(company, payout, new Verdict.Pending());
        follow(company);
        assertThat(companies.status(company, payout)).isEqualTo("PENDING_WITH_BANK");

        say(company, payout, new OrderStatus.TakenBack());
        follow(company);

        assertThat(companies.status(company, payout)).isEqualTo("FAILED");
    }

    @Test
    void a_late_word_that_the_order_is_queued_does_not_end_an_authorization_that_has_begun_since() {
        var company = companies.open(new PaperBank(clock));
        var payout = companies.queued(company);
        companies.release(company, payout);
        say(company, payout, new OrderStatus.Queued("ORD"));

        follow(company);

        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
    }

    @Test
    void changes_that_are_faster_than_the_answer_to_the_order_are_one_word_and_not_two() {
        var company = companies.open(new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                var answer = super.queue(credentials, order);
                say(order.reference(), new Verdict.Accepted("REF-9"));
                applyStatus.reported(profile().identifier(), List.of(changesOf(order.reference())));
                return answer;
            }
        });

        var payout = companies.pay(company, false);
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.events(payout))
                .containsExactly("payout.created", "payout.sent_to_bank", "payout.queued", "payout.accepted");
    }

    @Test
    void who_dies_before_the_cursor_moves_leaves_the_same_changes_to_be_heard_again_without_a_second_effect() {
        var company = companies.open(new PaperBank(clock));
        var payout = companies.queued(company);
        say(company, payout, new Verdict.Accepted("REF-2"));
        applyStatus.reported(
                company.bank().profile().identifier(), List.of(company.bank().changesOf(companies.reference(payout))));

        follow(company);

        assertThat(companies.events(payout))
                .filteredOn("payout.accepted"::equals)
                .hasSize(1);
    }

    @Test
    void an_order_of_our_kind_that_no_payout_knows_stops_its_account_until_a_person_has_cleared_it() {
        var company = companies.open(new PaperBank(clock));
        var lost = companies.reference(new PayoutId(UUID.randomUUID()));
        company.bank().say(lost, new Verdict.Accepted("REF-LOST"));
        follow(company);
        var held = held(company);
        assertThat(held).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo(lost.value());
            assertThat(one.bankSays()).isEqualTo("Accepted");
        });

        var payout = companies.pay(company, false);
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("CREATED");
        assertThat(company.bank().orderCalls(companies.reference(payout))).isZero();

        quarantine.clear(held.get(0).id(), "Paid twice by hand, the bank says", Actor.SYSTEM);
        clock.advance(Duration.ofMinutes(1));
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void the_same_unknown_order_is_held_once_and_stays_cleared() {
        var company = companies.open(new PaperBank(clock));
        var lost = companies.reference(new PayoutId(UUID.randomUUID()));
        company.bank().say(lost, new OrderStatus.Queued("ORD-LOST"));
        follow(company);
        quarantine.open().stream()
                .filter(one -> one.scope().equals(company.scope()))
                .forEach(one -> quarantine.clear(one.id(), "Known to the bank", Actor.SYSTEM));

        company.bank().say(lost, new Verdict.Accepted("REF-LOST"));
        follow(company);

        assertThat(quarantine.open()).noneMatch(one -> one.scope().equals(company.scope()));
    }

    @Test
    void a_change_that_cannot_be_recorded_stops_its_own_account_and_not_the_changes_behind_it() {
        var company = companies.open(new PaperBank(clock));
        var poisoned = companies.queued(company);
        clock.advance(Duration.ofMinutes(1));
        var behind = companies.queued(company);
        for (var quiet = 0; quiet < 5; quiet++) {
            follow(company);
        }
        say(company, poisoned, new Verdict.Accepted("LONGER-THAN-ANY-REFERENCE-".repeat(10)));
        say(company, behind, new Verdict.Accepted("REF-1"));

        assertThatThrownBy(() -> follow(company)).isInstanceOf(RuntimeException.class);
        assertThat(companies.status(company, behind)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(held(company)).isEmpty();
        for (var again = 0; again < 3; again++) {
            assertThatThrownBy(() -> follow(company)).isInstanceOf(RuntimeException.class);
        }
        follow(company);

        assertThat(companies.status(company, behind)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(held(company))
                .singleElement()
                .satisfies(one -> assertThat(one.reference())
                        .isEqualTo(companies.reference(poisoned).value()));
    }

    private List<Quarantine.Entry> held(PayingCompany company) {
        return quarantine.open().stream()
                .filter(one -> one.scope().equals(company.scope()))
                .toList();
    }

    @Test
    void an_order_is_shown_in_the_portal_only_while_that_is_enabled_for_the_application() {
        var company = companies.open(new PaperBank(clock));
        var hidden = companies.queued(company);
        companies.portal(company, true);
        clock.advance(Duration.ofMinutes(1));
        var shown = companies.queued(company);

        assertThat(order(company, hidden).inPortal()).isFalse();
        assertThat(order(company, shown).inPortal()).isTrue();
    }

    private Order order(PayingCompany company, PayoutId payout) {
        return company.bank().order(companies.reference(payout));
    }

    private void say(PayingCompany company, PayoutId payout, OrderStatus status) {
        company.bank().say(companies.reference(payout), status);
    }

    /** Plays a node that watches the banks, until there is nothing new at this one. */
    private void follow(PayingCompany company) {
        node.begin();
        clock.advance(Duration.ofSeconds(30));
        for (var i = 0; i < 3; i++) {
            cursors.claim(10_000).stream()
                    .filter(cursor ->
                            cursor.bank().equals(company.bank().profile().identifier()))
                    .forEach(node::follow);
            clock.advance(Duration.ofMinutes(2));
        }
    }
}
