package io.sarf.payouts.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.access.EnabledPayouts;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.journal.EntryHistory;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several first connections at the same moment: the bank answers all of them before any of them is kept. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class FirstConnectionIT {
    private static final int PEOPLE = 4;

    @Inject
    Applications applications;

    @Inject
    KnownPeople people;

    @Inject
    EnabledPayouts enabled;

    @Inject
    PaperBanks banks;

    @Inject
    ConnectBank connect;

    @Inject
    Connections connections;

    @Inject
    SourceAccounts accounts;

    @Inject
    EntryHistory history;

    @Inject
    Clock clock;

    private final CyclicBarrier answered = new CyclicBarrier(PEOPLE);
    private Scope scope;
    private List<Person> persons;
    private PaperBank bank;

    @BeforeEach
    void a_company_without_a_bank() {
        scope = new Scope(applications.add("Acme Trading", clock.instant()).id(), Environment.SANDBOX);
        persons = IntStream.range(0, PEOPLE)
                .mapToObj(
                        number -> people.member(scope.application(), "Controller " + number, Role.FINANCIAL_CONTROLLER))
                .toList();
        enabled.open(scope, persons.toArray(Person[]::new));
        bank = banks.open(new PaperBank(clock) {
            @Override
            public ConnectAnswer connect(Credentials credentials) {
                try {
                    answered.await();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return super.connect(credentials);
            }
        });
    }

    @Test
    void one_becomes_the_default_authorizer_and_the_others_are_asked_again() {
        var all = Together.run(persons.stream()
                .<Callable<ConnectBank.Step>>map(person -> () -> connect(person, "login of " + person.id()))
                .toList());

        assertThat(all)
                .filteredOn(one -> !one.failed())
                .singleElement()
                .satisfies(one -> assertThat(one.get())
                        .isInstanceOfSatisfying(
                                ConnectBank.Step.Connected.class,
                                winner -> assertThat(winner.connection().defaultAuthorizer())
                                        .isTrue()));
        assertThat(all)
                .filteredOn(Together.Outcome::failed)
                .hasSize(PEOPLE - 1)
                .allSatisfy(one -> assertThat(one.fault())
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("DEFAULT_AUTHORIZER_CHANGED")));
        assertThat(connections.all(scope)).hasSize(1);
        assertThat(accounts.all(scope)).hasSize(1);
        assertThat(history.find(scope, EntryHistory.Wanted.all(Set.of("connection")), null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.event()).isEqualTo("payment_source.created"));
    }

    @Test
    void the_same_credentials_are_connected_by_one_person_only() {
        var all = Together.run(persons.stream()
                .<Callable<ConnectBank.Step>>map(person -> () -> connect(person, "one login of " + scope))
                .toList());

        assertThat(all).filteredOn(one -> !one.failed()).hasSize(1);
        assertThat(all)
                .filteredOn(Together.Outcome::failed)
                .allSatisfy(one -> assertThat(one.fault()).isInstanceOf(Refused.class));
        assertThat(connections.all(scope)).hasSize(1);
    }

    private ConnectBank.Step connect(Person person, String login) {
        return connect.begin(scope, person, bank.profile().identifier(), new Credentials(login, "password"), true);
    }
}
