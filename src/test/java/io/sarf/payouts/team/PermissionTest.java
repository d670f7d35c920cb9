package io.sarf.payouts.team;

import static io.sarf.payouts.team.Role.ADMIN;
import static io.sarf.payouts.team.Role.DEVELOPER;
import static io.sarf.payouts.team.Role.FINANCIAL_CONTROLLER;
import static io.sarf.payouts.team.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.platform.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final Member AN_OWNER = member(Grants.of(OWNER));
    private static final Member AN_ADMIN = member(Grants.of(ADMIN));

    @Test
    void a_developer_makes_secrets_with_the_extra_permission_only() {
        assertThat(member(Grants.of(DEVELOPER)).may(Permission.SECRETS)).isFalse();
        assertThat(member(new Grants(Set.of(DEVELOPER), true)).may(Permission.SECRETS))
                .isTrue();
        assertThat(AN_ADMIN.may(Permission.SECRETS)).isTrue();
    }

    @Test
    void the_extra_permission_means_nothing_beside_any_other_role() {
        assertThat(new Grants(Set.of(FINANCIAL_CONTROLLER), true)).isEqualTo(Grants.of(FINANCIAL_CONTROLLER));
        assertThat(new Grants(Set.of(), true)).isEqualTo(Grants.of());
    }

    @Test
    void without_a_role_there_is_what_every_member_may_and_nothing_else() {
        assertThat(Permission.of(Grants.of())).containsExactly(Permission.MEMBER);
    }

    @Test
    void every_permission_has_a_name_for_endpoints() {
        assertThat(Arrays.stream(Permission.Name.class.getFields()).map(java.lang.reflect.Field::getName))
                .containsAll(Arrays.stream(Permission.values()).map(Enum::name).toList());
    }

    @Test
    void grants_are_the_same_after_their_names() {
        var all = new Grants(Set.of(OWNER, DEVELOPER), true);
        assertThat(all.names()).containsExactly("OWNER", "DEVELOPER", "SECRETS");
        assertThat(Grants.named(all.names())).isEqualTo(all);
        assertThat(Grants.named(List.of("representative", "", "ADMIN"))).isEqualTo(Grants.of(ADMIN));
    }

    @Test
    void only_an_owner_makes_an_owner_or_unmakes_one() {
        refused("OWNERS_ONLY", AN_ADMIN, false, Grants.of(ADMIN), Grants.of(OWNER));
        refused("OWNERS_ONLY", AN_ADMIN, false, Grants.of(OWNER), Grants.of(ADMIN));
        refused("OWNERS_ONLY", AN_ADMIN, true, Grants.of(ADMIN), Grants.of(ADMIN, OWNER));
        ChangeMember.check(AN_OWNER, false, Grants.of(ADMIN), Grants.of(OWNER));
        // Beside it, an Admin changes what an Owner is: only so can a lone Owner become a Financial Controller.
        ChangeMember.check(AN_ADMIN, false, Grants.of(OWNER), Grants.of(OWNER, FINANCIAL_CONTROLLER));
    }

    @Test
    void nobody_makes_themselves_a_financial_controller_and_everybody_may_stop_being_one() {
        refused("OWN_ROLE", AN_OWNER, true, Grants.of(OWNER), Grants.of(OWNER, FINANCIAL_CONTROLLER));
        ChangeMember.check(AN_OWNER, true, Grants.of(OWNER, FINANCIAL_CONTROLLER), Grants.of(OWNER));
        ChangeMember.check(AN_OWNER, false, Grants.of(), Grants.of(FINANCIAL_CONTROLLER));
    }

    private static void refused(String code, Member by, boolean own, Grants before, Grants wanted) {
        assertThatThrownBy(() -> ChangeMember.check(by, own, before, wanted))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Member member(Grants grants) {
        return new Member(new UUID(1, 1), new ApplicationId(new UUID(2, 2)), grants);
    }
}
