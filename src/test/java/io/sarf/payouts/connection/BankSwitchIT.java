package io.sarf.payouts.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.access.EnabledPayouts;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.PaperBanks;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company switches one of its banks off and on. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class BankSwitchIT {
    @Inject
    Applications applications;

    @Inject
    KnownPeople people;

    @Inject
    KnownPrograms programs;

    @Inject
    EnabledPayouts enabled;

    @Inject
    PaperBanks banks;

    @Inject
    BankSwitches switches;

    @Inject
    ConnectedPeople connected;

    @Inject
    Connections connections;

    @Inject
    EntryHistory history;

    @Inject
    Clock clock;

    private Scope scope;
    private Person first;
    private Person second;
    private PaperBank bank;

    @BeforeEach
    void a_company_with_a_bank() {
        scope = new Scope(applications.add("Acme Trading", clock.instant()).id(), Environment.SANDBOX);
        first = people.member(scope.application(), "First Controller", Role.FINANCIAL_CONTROLLER);
        second = people.member(scope.application(), "Second Controller", Role.FINANCIAL_CONTROLLER);
        enabled.open(scope, first, second);
        bank = banks.open(new PaperBank(clock));
        connected.connect(scope, first, bank);
    }

    @Test
    void a_bank_that_is_off_is_connected_by_nobody_and_what_is_connected_stays() {
        turn(scope, false);

        assertThatThrownBy(() -> connected.connect(scope, second, bank))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("SWITCHED_OFF"));
        assertThat(connections.all(scope))
                .singleElement()
                .satisfies(one -> assertThat(one.connectedBy()).isEqualTo(first.id()));

        turn(scope, true);
        connected.connect(scope, second, bank);

        assertThat(connections.all(scope)).hasSize(2);
    }

    @Test
    void a_bank_that_is_switched_off_while_somebody_signs_in_there_is_not_connected() {
        var slow = banks.open(new PaperBank(clock) {
            @Override
            public ConnectAnswer connect(Credentials credentials) {
                switches.turn(scope, profile(), false, first.actor());
                return super.connect(credentials);
            }
        });

        assertThatThrownBy(() -> connected.connect(scope, second, slow))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("SWITCHED_OFF"));
        assertThat(connections.all(scope)).hasSize(1);
    }

    @Test
    void the_api_says_so_in_this_environment_and_in_no_other_company() {
        var elsewhere =
                new Scope(applications.add("Other Trading", clock.instant()).id(), Environment.SANDBOX);
        turn(scope, false);

        assertThat(told(scope)).isFalse();
        assertThat(told(elsewhere)).isTrue();
    }

    @Test
    void each_change_is_one_event_and_the_same_again_is_none() {
        assertThat(turn(scope, true)).isFalse();
        assertThat(turn(scope, false)).isTrue();
        assertThat(turn(scope, false)).isFalse();
        assertThat(turn(scope, true)).isTrue();

        assertThat(events())
                .extracting(Journal.Entry::type, Journal.Entry::event)
                .containsExactlyInAnyOrder(
                        tuple("bank.switched_on", "bank.availability.updated"),
                        tuple("bank.switched_off", "bank.availability.updated"));
    }

    @Test
    void of_several_at_once_one_switches_and_all_find_it_off() {
        var all = Together.run(4, () -> turn(scope, false));

        assertThat(all).extracting(Together.Outcome::get).containsOnlyOnce(true);
        assertThat(switches.off(scope)).containsExactly(bank.profile().identifier());
        assertThat(events()).hasSize(1);
    }

    private boolean turn(Scope where, boolean on) {
        return switches.turn(where, bank.profile(), on, first.actor());
    }

    private List<Journal.Entry> events() {
        return history.find(scope, EntryHistory.Wanted.all(Set.of("bank")), null, 10);
    }

    private boolean told(Scope where) {
        var listed = programs.program(where, programs.secret(where), "api")
                .call()
                .get("/banks/v1")
                .then()
                .statusCode(200)
                .body(ours("active.payments"), is(true));
        return listed.extract().path(ours("enabled.payments"));
    }

    private String ours(String field) {
        return "find { it.identifier == '" + bank.profile().identifier() + "' }.availability." + field;
    }
}
