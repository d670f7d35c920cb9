package io.sarf.payouts.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.platform.KnownSecrets;
import io.sarf.payouts.platform.PublicUrl;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final InvitationId ID = new InvitationId(new UUID(1, 1));
    private static final Person OMAR = person("omar@tamr.example", true);
    private static final Member OWNER = member(Role.OWNER);
    private static final Member ADMIN = member(Role.ADMIN);

    private final InvitationLinks links = new InvitationLinks(KnownSecrets.of(1), new PublicUrl("https://pay.example"));
    private final Invitation invitation = new Invitation(
            ID,
            "sara@tamr.example",
            new Grants(Set.of(Role.DEVELOPER, Role.ADMIN), true),
            links.hash(ID, 1),
            OWNER,
            OMAR,
            NOON);

    @Test
    void a_link_is_256_bits_and_the_same_whenever_it_is_made_again() {
        assertThat(links.url(ID, 1)).matches("https://pay\\.example/invitations/[A-Za-z0-9_-]{43}");
        assertThat(links.url(ID, 1)).isEqualTo(links.url(ID, 1));
    }

    @Test
    void each_issue_each_invitation_and_each_key_has_its_own_token() {
        var other = new InvitationLinks(KnownSecrets.of(2), new PublicUrl("https://pay.example"));
        assertThat(Set.of(
                        links.token(ID, 1),
                        links.token(ID, 2),
                        links.token(new InvitationId(new UUID(1, 2)), 1),
                        other.token(ID, 1)))
                .hasSize(4);
    }

    @Test
    void it_is_for_its_address_in_any_case_and_for_none_that_only_looks_like_it() {
        assertThat(invitation.isFor(" Sara@TAMR.example ")).isTrue();
        assertThat(invitation.isFor("\u017fara@tamr.example")).isFalse();
        assertThat(invitation.isFor("sarà@tamr.example")).isFalse();
    }

    @Test
    void what_is_stored_is_not_the_token() {
        var token = links.token(ID, 1);
        assertThat(links.hash(token)).hasSize(32).isEqualTo(links.hash(ID, 1));
        assertThat(new String(links.hash(token), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(token);
    }

    @Test
    void it_works_for_seven_days_and_not_a_moment_longer() {
        assertThat(invitation.state(NOON.plus(Duration.ofDays(7)).minusMillis(1)))
                .isEqualTo(Invitation.State.PENDING);
        assertThat(invitation.state(NOON.plus(Duration.ofDays(7)))).isEqualTo(Invitation.State.EXPIRED);
        assertRefused("EXPIRED", () -> invitation.accept(NOON.plus(Duration.ofDays(7))));
    }

    @Test
    void it_is_accepted_once() {
        invitation.accept(NOON);
        assertThat(invitation.state(NOON)).isEqualTo(Invitation.State.ACCEPTED);
        assertRefused("USED", () -> invitation.accept(NOON));
        assertRefused("USED", () -> invitation.withdraw(NOON));
        assertRefused("USED", () -> invitation.issueAgain(links.hash(ID, 2), ADMIN, OMAR, NOON));
    }

    @Test
    void what_was_withdrawn_is_over() {
        invitation.withdraw(NOON);
        assertRefused("WITHDRAWN", () -> invitation.accept(NOON));
        assertRefused("WITHDRAWN", () -> invitation.issueAgain(links.hash(ID, 2), ADMIN, OMAR, NOON));
    }

    @Test
    void sent_again_it_counts_from_anew_also_after_it_expired() {
        var later = NOON.plus(Duration.ofDays(30));
        invitation.issueAgain(links.hash(ID, 2), ADMIN, OMAR, later);
        assertThat(invitation.issue()).isEqualTo(2);
        assertThat(invitation.state(later.plus(Duration.ofDays(6)))).isEqualTo(Invitation.State.PENDING);
    }

    @Test
    void it_keeps_its_roles_and_the_extra_permission() {
        assertThat(invitation.grants()).isEqualTo(new Grants(Set.of(Role.ADMIN, Role.DEVELOPER), true));
        var bare = new Invitation(ID, "a@b", Grants.of(), links.hash(ID, 1), OWNER, OMAR, NOON);
        assertThat(bare.grants()).isEqualTo(Grants.of());
    }

    @Test
    void only_the_invited_address_accepts_and_only_when_it_is_verified() {
        assertThatCode(() -> AcceptInvitation.check(invitation, person("Sara@Tamr.example", true), false, NOON))
                .doesNotThrowAnyException();
        assertRefused("OTHER_ADDRESS", () -> AcceptInvitation.check(invitation, OMAR, false, NOON));
        assertRefused(
                "UNVERIFIED",
                () -> AcceptInvitation.check(invitation, person("sara@tamr.example", false), false, NOON));
        assertRefused(
                "REPRESENTATIVE",
                () -> AcceptInvitation.check(invitation, person("sara@tamr.example", true), true, NOON));
    }

    @Test
    void only_an_owner_makes_an_owner() {
        assertRefused("OWNERS_ONLY", () -> Invite.check(ADMIN, Grants.of(Role.OWNER)));
        assertThatCode(() -> Invite.check(OWNER, Grants.of(Role.OWNER))).doesNotThrowAnyException();
        assertThatCode(() -> Invite.check(ADMIN, Grants.of(Role.FINANCIAL_CONTROLLER)))
                .doesNotThrowAnyException();
    }

    @Test
    void an_address_is_one_address() {
        assertThat(Addresses.isOne("sara@tamr.example")).isTrue();
        for (var wrong : List.of(
                "",
                "sara",
                "@tamr.example",
                "sara@",
                "a@b,c@d",
                "a@b c",
                "a@b\r\nBcc: c@d",
                "<a@b>",
                "a@b@c",
                "a".repeat(250) + "@b.example")) {
            assertThat(Addresses.isOne(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void addresses_are_found_as_people_have_them() {
        var pasted = "sara@tamr.example, ziad@tamr.example;\n\tOmar Haddad <omar@tamr.example>\r\n"
                + "\"Nasser, Lina\" <lina@tamr.example>,SARA@tamr.example\trami@tamr.example Dana <dana@tamr.example>"
                + "\u060c\u200fhala@tamr.example\u00a0";
        assertThat(Addresses.in(pasted).all())
                .containsExactly(
                        "sara@tamr.example",
                        "ziad@tamr.example",
                        "omar@tamr.example",
                        "lina@tamr.example",
                        "rami@tamr.example",
                        "dana@tamr.example",
                        "hala@tamr.example");
        assertThat(Addresses.in(pasted).problem()).isNull();
    }

    @Test
    void what_is_no_address_among_them_is_named_and_none_at_all_and_too_many_are_a_problem() {
        assertThat(Addresses.in("sara@tamr.example, ziad at tamr").wrong()).containsExactly("ziad", "at", "tamr");
        assertThat(Addresses.in("Sara <>").problem()).isEqualTo(Addresses.Problem.NO_ADDRESS);
        assertThat(Addresses.in(" ,; ").problem()).isEqualTo(Addresses.Problem.NONE_THERE);
        var fifty = IntStream.range(0, Addresses.MOST).mapToObj(one -> "p" + one + "@b.example");
        var full = fifty.collect(Collectors.joining("\n"));
        assertThat(Addresses.in(full).problem()).isNull();
        assertThat(Addresses.in(full + "\none@more.example").problem()).isEqualTo(Addresses.Problem.TOO_MANY);
        assertThat(Addresses.in("a".repeat(Addresses.CHARACTERS + 1)).problem()).isEqualTo(Addresses.Problem.TOO_MANY);
    }

    @Test
    void the_same_form_means_the_same_invitation_for_an_address_and_another_for_each_other() {
        var form = new UUID(5, 5);
        assertThat(InvitationId.of(form, "Sara@tamr.example")).isEqualTo(InvitationId.of(form, "sara@tamr.example"));
        assertThat(InvitationId.of(form, "ziad@tamr.example"))
                .isNotEqualTo(InvitationId.of(form, "sara@tamr.example"))
                .isNotEqualTo(InvitationId.of(new UUID(5, 6), "ziad@tamr.example"));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Person person(String email, boolean verified) {
        return new Person(new UUID(2, email.hashCode()), email, verified, "Omar Haddad", null);
    }

    private static Member member(Role role) {
        return new Member(new UUID(3, 3), new ApplicationId(new UUID(4, 4)), Grants.of(role));
    }
}
