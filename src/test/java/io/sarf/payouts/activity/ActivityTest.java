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
        assertThat(ActivityPages.kinds(member(EnumSet.of(Role.FINANCIAL_CONTROLLER))))
                .containsExactlyInAnyOrder("payout", "connection", "destination", "authorization");
        assertThat(ActivityPages.kinds(member(EnumSet.of(Role.FINANCIAL_CONTROLLER, Role.OWNER))))
                .isEmpty();
        assertThat(ActivityPages.kinds(member(EnumSet.of(Role.ADMIN)))).isEmpty();
    }

    @Test
    void a_type_nobody_named_is_still_readable() {
        assertThat(EntryWords.readable("webhook_endpoint.switched_off")).isEqualTo("Webhook endpoint switched off");
    }

    private static Member member(EnumSet<Role> roles) {
        return new Member(new UUID(1, 1), new ApplicationId(new UUID(2, 2)), new Grants(roles, false));
    }
}
