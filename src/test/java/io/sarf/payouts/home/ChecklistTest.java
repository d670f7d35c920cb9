package io.sarf.payouts.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.home.Checklist.Step;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChecklistTest {
    private static final Scope SCOPE = new Scope(new ApplicationId(new UUID(1, 1)), Environment.SANDBOX);

    @Test
    void the_steps_stand_in_the_order_of_the_door_and_the_first_payout_is_last() {
        assertThat(Checklist.of(SCOPE, member(EnumSet.allOf(Role.class)), Set.of()))
                .extracting(Checklist.Item::step)
                .containsExactly(
                        Step.REQUESTED,
                        Step.ENABLED,
                        Step.OPTED_IN,
                        Step.WEBHOOK,
                        Step.BANK,
                        Step.DESTINATION,
                        Step.SECOND_CONTROLLER,
                        Step.FIRST_PAYOUT);
    }

    @Test
    void a_member_is_sent_only_where_they_may_go() {
        assertThat(linked(EnumSet.of(Role.DEVELOPER))).containsExactly(Step.WEBHOOK);
        assertThat(linked(EnumSet.of(Role.ADMIN))).containsExactly(Step.WEBHOOK, Step.SECOND_CONTROLLER);
        assertThat(linked(EnumSet.of(Role.FINANCIAL_CONTROLLER)))
                .containsExactly(Step.REQUESTED, Step.OPTED_IN, Step.BANK, Step.DESTINATION, Step.FIRST_PAYOUT);
        assertThat(linked(EnumSet.noneOf(Role.class))).isEmpty();
    }

    @Test
    void what_is_done_needs_no_link_and_waiting_has_none() {
        var items = Checklist.of(SCOPE, member(EnumSet.allOf(Role.class)), EnumSet.of(Step.REQUESTED, Step.BANK));
        assertThat(items)
                .filteredOn(Checklist.Item::done)
                .extracting(Checklist.Item::url)
                .containsOnlyNulls();
        assertThat(items)
                .filteredOn(item -> item.step() == Step.ENABLED)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.done()).isFalse();
                    assertThat(item.url()).isNull();
                });
    }

    @Test
    void links_stay_in_the_environment() {
        assertThat(Checklist.of(SCOPE, member(EnumSet.allOf(Role.class)), Set.of()))
                .filteredOn(item -> item.url() != null)
                .allSatisfy(item -> assertThat(item.url()).startsWith(SCOPE.path() + "/"));
    }

    private static List<Step> linked(Set<Role> roles) {
        return Checklist.of(SCOPE, member(roles), Set.of()).stream()
                .filter(item -> item.url() != null)
                .map(Checklist.Item::step)
                .toList();
    }

    private static Member member(Set<Role> roles) {
        return new Member(new UUID(2, 2), SCOPE.application(), new Grants(roles, false));
    }
}
