package io.sarf.payouts.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.mail.MailSender;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.PermissionWords;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/team")
@RolesAllowed(Permission.Name.MEMBER)
@Produces(MediaType.TEXT_HTML)
@Blocking
class TeamPages {
    /** @param url of the member's page; null for a reader who does not manage the team */
    record MemberLine(
            String name,
            String email,
            String roles,
            Moment joined,
            Moment seen,
            boolean you,
            @Nullable String url) {}

    /**
     * @param posted false while its mail is due
     * @param link for the inviter to forward; null unless it is pending and this installation sends no mail
     */
    record InvitationLine(
            String email,
            String roles,
            String invitedBy,
            Moment created,
            Moment until,
            String kind,
            String state,
            boolean posted,
            @Nullable String link,
            @Nullable String resending,
            @Nullable String withdrawal) {}

    /** @param held one grant for each role in the order of the heading, then one for members without a role */
    record PermissionLine(String label, List<String> held) {}

    /** @param manages whether the member may manage the team; invitations and permissions are empty otherwise */
    @CheckedTemplate(basePath = "invitation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Team(
            String path,
            boolean manages,
            boolean owner,
            List<MemberLine> members,
            List<InvitationLine> invitations,
            List<String> roles,
            List<PermissionLine> permissions)
            implements TemplateInstance {}

    private final Members members;
    private final Invitations invitations;
    private final InvitationLinks links;
    private final MailSender mails;
    private final CurrentMember caller;
    private final Frame frame;
    private final Clock clock;

    TeamPages(
            Members members,
            Invitations invitations,
            InvitationLinks links,
            MailSender mails,
            CurrentMember caller,
            Frame frame,
            Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.links = links;
        this.mails = mails;
        this.caller = caller;
        this.frame = frame;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(@BeanParam ScopePath here) {
        var scope = frame.at(here, "team");
        var words = PermissionWords.in(frame.lang());
        var manages = caller.member().may(Permission.MANAGE_TEAM);
        return new Team(
                path(scope),
                manages,
                caller.member().may(Permission.MANAGE_OWNERS),
                members.all(scope.application()).stream()
                        .map(one -> line(scope, one, manages, words))
                        .toList(),
                manages ? invitationLines(scope, words) : List.of(),
                Arrays.stream(Role.values()).map(words::of).toList(),
                manages ? permissionLines(words) : List.of());
    }

    static String path(Scope scope) {
        return scope.path() + "/team";
    }

    private MemberLine line(Scope scope, Members.Listed member, boolean manages, PermissionWords words) {
        return new MemberLine(
                member.name(),
                member.email(),
                words.listed(member.grants()),
                Moment.of(member.joinedAt(), frame.lang()),
                Moment.of(member.lastSeen(), frame.lang()),
                member.person().equals(caller.person().id()),
                manages ? path(scope) + "/members/" + member.member() : null);
    }

    private List<InvitationLine> invitationLines(Scope scope, PermissionWords words) {
        var all = invitations.all(scope.application());
        var posted = invitations.posted(scope.application(), all);
        return all.stream()
                .map(one -> line(scope, one, words, posted.contains(one.id())))
                .toList();
    }

    private InvitationLine line(Scope scope, Invitation invitation, PermissionWords words, boolean posted) {
        var state = invitation.state(clock.instant());
        var alive = state == Invitation.State.PENDING || state == Invitation.State.EXPIRED;
        var url = path(scope) + "/invitations/" + invitation.id();
        return new InvitationLine(
                invitation.email(),
                words.listed(invitation.grants()),
                invitation.invitedByName(),
                Moment.of(invitation.createdAt(), frame.lang()),
                Moment.of(invitation.expiresAt(), frame.lang()),
                TeamWords.kind(state),
                words().of(state),
                posted || !mails.sent() || state != Invitation.State.PENDING,
                link(invitation, state),
                alive ? url + "/resending" : null,
                alive ? url + "/withdrawal" : null);
    }

    /** Computed from {@link Permission}, so that the page cannot differ from the check. */
    static List<PermissionLine> permissionLines(PermissionWords words) {
        return Arrays.stream(Permission.values())
                .map(permission -> new PermissionLine(words.of(permission), held(permission)))
                .toList();
    }

    static List<String> held(Permission permission) {
        return Stream.concat(Arrays.stream(Role.values()), Stream.of((Role) null))
                .map(permission::grantedTo)
                .map(Enum::name)
                .toList();
    }

    /** Only the inviter sees the link, because it is the permission to join. */
    private @Nullable String link(Invitation invitation, Invitation.State state) {
        return !mails.sent()
                        && state == Invitation.State.PENDING
                        && invitation.invitedBy().equals(caller.member().id())
                ? links.url(invitation.id(), invitation.issue())
                : null;
    }

    private TeamWords words() {
        return TeamWords.in(frame.lang(), mails.sent());
    }
}
