package io.sarf.payouts.membership;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.ChangeMember;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/team/members/{member}")
@RolesAllowed(Permission.Name.MANAGE_TEAM)
@Produces(MediaType.TEXT_HTML)
@Blocking
class MemberPages {
    private static final int UNPROCESSABLE = 422;

    /**
     * @param owners whether the reader may make a member an Owner, or end it
     * @param controllers whether the reader may make this member a Financial Controller
     */
    @CheckedTemplate(basePath = "membership", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneMember(
            String back,
            String activity,
            String roles,
            String removal,
            String name,
            String email,
            Moment joined,
            Moment seen,
            boolean you,
            boolean owner,
            boolean owners,
            boolean controllers,
            List<String> held,
            long version,
            List<String> stays,
            String departure,
            @Nullable String error)
            implements TemplateInstance {}

    private final Members members;
    private final ChangeMember change;
    private final DepartureEffects stays;
    private final CurrentMember caller;
    private final Frame frame;

    MemberPages(Members members, ChangeMember change, DepartureEffects stays, CurrentMember caller, Frame frame) {
        this.members = members;
        this.change = change;
        this.stays = stays;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show(@BeanParam ScopePath here, @PathParam("member") UUID member) {
        var scope = frame.at(here, "team");
        var shown = require(scope.application(), member);
        return page(scope, shown, shown.grants(), null);
    }

    @POST
    @Path("/roles")
    public Response grant(
            @BeanParam ScopePath here,
            @PathParam("member") UUID member,
            @RestForm @Nullable Long version,
            @RestForm List<String> roles) {
        var scope = frame.at(here, "team");
        var shown = require(scope.application(), member);
        var wanted = Grants.named(roles);
        try {
            change.grant(caller.member(), caller.person(), member, version == null ? -1 : version, wanted);
            return Flash.done(team(scope), words().saved(shown.name()));
        } catch (Refused e) {
            var now = require(scope.application(), member);
            var chosen = e.code().equals("CHANGED") ? now.grants() : wanted;
            var error = MembershipWords.of(e, frame.lang());
            return Response.status(UNPROCESSABLE)
                    .entity(page(scope, now, chosen, error))
                    .build();
        }
    }

    @POST
    @Path("/removal")
    public Response remove(@BeanParam ScopePath here, @PathParam("member") UUID member) {
        var scope = frame.at(here, "team");
        var shown = members.everybody(scope.application()).stream()
                .filter(one -> one.member().equals(member))
                .findFirst()
                .orElseThrow(() -> new Missing("member"));
        try {
            change.remove(caller.member(), caller.person(), member);
            return Flash.done(team(scope), words().removed(shown.name()));
        } catch (Refused e) {
            return Flash.refused(path(scope, member), MembershipWords.of(e, frame.lang()));
        }
    }

    private OneMember page(Scope scope, Members.Listed member, Grants grants, @Nullable String error) {
        var you = member.person().equals(caller.person().id());
        var lang = frame.lang();
        return new OneMember(
                team(scope),
                scope.path() + "/activity?who=" + member.person(),
                path(scope, member.member()) + "/roles",
                path(scope, member.member()) + "/removal",
                member.name(),
                member.email(),
                Moment.of(member.joinedAt(), lang),
                Moment.of(member.lastSeen(), lang),
                you,
                member.grants().has(Role.OWNER),
                caller.member().may(Permission.MANAGE_OWNERS),
                !you || member.grants().has(Role.FINANCIAL_CONTROLLER),
                grants.names(),
                member.version(),
                stays.of(scope.application(), member.person(), lang),
                team(scope) + "/departure",
                error);
    }

    private Members.Listed require(ApplicationId application, UUID member) {
        return members.find(application, member).orElseThrow(() -> new Missing("member"));
    }

    static String team(Scope scope) {
        return scope.path() + "/team";
    }

    private static String path(Scope scope, UUID member) {
        return team(scope) + "/members/" + member;
    }

    private MembershipMessages words() {
        return MembershipWords.in(frame.lang());
    }
}
