package io.sarf.payouts.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Role;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityTest {
    @Test
    void a_financial_controller_reads_of_payouts_only_and_an_owner_or_admin_of_everything() {
        assertThat(ActivityReader.kinds(member(EnumSet.of(Role.FINANCIAL_CONTROLLER))))
                .containsExactlyInAnyOrder(
                        "payout", "bulk_payment", "quarantined_order", "connection", "destination", "bank");
        assertThat(ActivityReader.kinds(member(EnumSet.of(Role.FINANCIAL_CONTROLLER, Role.OWNER))))
                .isEmpty();
        assertThat(ActivityReader.kinds(member(EnumSet.of(Role.ADMIN)))).isEmpty();
    }

    @Test
    void a_type_stands_once_in_the_list_and_is_of_a_kind_that_is_listed_too() {
        assertThat(TypeWords.ALL).extracting(TypeWords::type).doesNotHaveDuplicates();
        assertThat(TypeWords.ALL).extracting(TypeWords::kind).contains(SubjectKind.values());
    }

    @Test
    void a_financial_controller_may_look_for_types_of_payouts_and_what_they_go_by_only() {
        var kinds = ActivityReader.kinds(member(EnumSet.of(Role.FINANCIAL_CONTROLLER)));
        assertThat(ActivityFilter.types(kinds))
                .extracting(TypeWords::kind)
                .containsOnly(
                        SubjectKind.PAYOUT,
                        SubjectKind.BULK_PAYMENT,
                        SubjectKind.QUARANTINED_ORDER,
                        SubjectKind.DESTINATION,
                        SubjectKind.CONNECTION,
                        SubjectKind.BANK);
    }

    @Test
    void a_type_nobody_named_is_still_readable() {
        assertThat(EntryWords.readable("webhook_endpoint.switched_off")).isEqualTo("Webhook endpoint switched off");
    }

    private static Member member(EnumSet<Role> roles) {
        return new Member(new UUID(1, 1), new ApplicationId(new UUID(2, 2)), new Grants(roles, false));
    }
}
