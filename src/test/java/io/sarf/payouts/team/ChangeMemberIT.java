package io.sarf.payouts.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ChangeMemberIT {
    @Inject
    ChangeMember change;

    @Inject
    Members members;

    @Inject
    KnownPeople people;

    @Inject
    Applications applications;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private ApplicationId application;
    private Person omar;
    private Person sara;

    @BeforeEach
    void an_owner_and_an_admin() {
        application = QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Tamr Trading", clock.instant()))
                .id();
        omar = people.member(application, "Omar Haddad", Role.OWNER);
        sara = people.member(application, "Sara Nasser", Role.ADMIN);
    }

    @Test
    void roles_are_given_and_taken_and_the_entry_says_from_what_to_what() {
        grant(omar, sara, new Grants(Set.of(Role.DEVELOPER, Role.FINANCIAL_CONTROLLER), true));

        assertThat(shown(sara).grants().names()).containsExactly("DEVELOPER", "FINANCIAL_CONTROLLER", "SECRETS");
        assertThat(last("member.changed"))
                .contains("\"roles_before\":[\"ADMIN\"]", "\"roles\":[\"DEVELOPER\",\"FINANCIAL_CONTROLLER\"")
                .contains(sara.email());
    }

    @Test
    void what_somebody_is_already_is_no_change() {
        grant(omar, sara, Grants.of(Role.ADMIN));
        assertThat(entries("member.changed")).isEmpty();
    }

    @Test
    void roles_that_were_changed_meanwhile_are_not_overwritten() {
        var seen = shown(sara).version();
        grant(omar, sara, Grants.of(Role.DEVELOPER));

        refused("CHANGED", () -> change.grant(as(omar), omar, shown(sara).member(), seen, Grants.of()));
        assertThat(shown(sara).grants()).isEqualTo(Grants.of(Role.DEVELOPER));
    }

    @Test
    void of_two_owners_who_make_each_other_something_else_at_once_one_stays() {
        grant(omar, sara, Grants.of(Role.OWNER));
        var asOmar = as(omar);
        var asSara = as(sara);
        var hers = shown(sara);
        var his = shown(omar);

        var all = Together.run(List.<Callable<Boolean>>of(
                () -> {
                    change.grant(asOmar, omar, hers.member(), hers.version(), Grants.of(Role.ADMIN));
                    return true;
                },
                () -> {
                    change.grant(asSara, sara, his.member(), his.version(), Grants.of(Role.ADMIN));
                    return true;
                }));

        assertThat(all.stream().filter(Together.Outcome::failed)).hasSize(1);
        assertThat(members.all(application))
                .filteredOn(one -> one.grants().has(Role.OWNER))
                .hasSize(1);
    }

    @Test
    void the_last_owner_neither_leaves_nor_stops_being_one() {
        refused("LAST_OWNER", () -> remove(omar, omar));
        refused("LAST_OWNER", () -> grant(omar, omar, Grants.of(Role.ADMIN)));
        refused("OWNERS_ONLY", () -> remove(sara, omar));
        assertThat(shown(omar).grants().has(Role.OWNER)).isTrue();
    }

    @Test
    void of_two_owners_who_leave_at_once_one_stays() {
        grant(omar, sara, Grants.of(Role.OWNER));
        var asOmar = as(omar);
        var asSara = as(sara);

        var left = Together.run(List.<Callable<Boolean>>of(
                () -> {
                    change.remove(asOmar, omar, asOmar.id());
                    return true;
                },
                () -> {
                    change.remove(asSara, sara, asSara.id());
                    return true;
                }));

        assertThat(left.stream().filter(Together.Outcome::failed)).hasSize(1);
        assertThat(members.all(application))
                .singleElement()
                .satisfies(one -> assertThat(one.grants().has(Role.OWNER)).isTrue());
    }

    @Test
    void ownership_is_handed_on_whole_and_whoever_did_it_stays_as_an_admin() {
        change.transfer(as(omar), omar, shown(sara).member());

        assertThat(shown(sara).grants()).isEqualTo(Grants.of(Role.OWNER, Role.ADMIN));
        assertThat(shown(omar).grants()).isEqualTo(Grants.of(Role.ADMIN));
        refused("OWNERS_ONLY", () -> change.transfer(as(omar), omar, shown(sara).member()));
        refused("SELF", () -> change.transfer(as(sara), sara, shown(sara).member()));
        assertThat(entries("member.changed")).hasSize(2);
    }

    @Test
    void whoever_was_removed_may_nothing_is_not_found_and_can_come_back_as_something_else() {
        var member = shown(sara).member();
        remove(omar, sara);

        assertThat(people(sara)).isNull();
        assertThat(last("member.removed")).contains("\"roles_before\":[\"ADMIN\"]");
        change.remove(as(omar), omar, member);
        assertThat(entries("member.removed")).hasSize(1);

        var again = QuarkusTransaction.requiringNew()
                .call(() -> members.add(application, sara, Grants.of(Role.DEVELOPER), omar.actor()));
        assertThat(again.id()).isEqualTo(member);
        assertThat(shown(sara).grants()).isEqualTo(Grants.of(Role.DEVELOPER));
        refused(
                "ALREADY_MEMBER",
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> members.add(application, sara, Grants.of(), omar.actor())));
    }

    @Test
    void a_member_of_another_company_is_not_found() {
        var elsewhere = QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Elsewhere", clock.instant()))
                .id();
        var stranger = people.member(elsewhere, "Ziad Other", Role.OWNER);
        var as = new Member(member(elsewhere, stranger).member(), elsewhere, Grants.of(Role.OWNER));

        assertThatThrownBy(() -> change.remove(as, stranger, shown(sara).member()))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> change.grant(as, stranger, shown(sara).member(), 0, Grants.of()))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> change.transfer(as, stranger, shown(sara).member()))
                .isInstanceOf(Missing.class);
    }

    private void grant(Person by, Person whom, Grants wanted) {
        change.grant(as(by), by, shown(whom).member(), shown(whom).version(), wanted);
    }

    private void remove(Person by, Person whom) {
        change.remove(as(by), by, shown(whom).member());
    }

    private Member as(Person person) {
        return new Member(shown(person).member(), application, shown(person).grants());
    }

    private Members.Listed shown(Person person) {
        return member(application, person);
    }

    private Members.Listed member(ApplicationId of, Person person) {
        return members.all(of).stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private Members.Listed people(Person person) {
        return members.all(application).stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .orElse(null);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private String last(String type) {
        var all = entries(type);
        return all.get(all.size() - 1);
    }

    private List<String> entries(String type) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = new ArrayList<String>();
            entities.createNativeQuery(
                            "SELECT payload FROM journal_entry WHERE application = :application AND type = :type"
                                    + " ORDER BY id",
                            String.class)
                    .setParameter("application", application.value())
                    .setParameter("type", type)
                    .getResultStream()
                    .forEach(one -> found.add((String) one));
            return found;
        });
    }
}
