package io.sarf.payouts.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Flash;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Inviting somebody, again, and taking it back. */
@Path("/dashboard/{application}/{environment}/team/invitations")
@RolesAllowed(Permission.Name.MANAGE_TEAM)
@Produces(MediaType.TEXT_HTML)
@Blocking
class TeamInvitationPages {
    private static final int UNPROCESSABLE = 422;
    private static final int EMAIL_MAX = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>()\"\\p{Cntrl}]+@[^\\s@,;<>()\"\\p{Cntrl}]+");

    /**
     * @param id of the invitation, chosen when the form is first shown: the same form sent twice invites once
     * @param owners whether the member may make an Owner
     */
    @CheckedTemplate(basePath = "invitation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewInvitation(
            String back,
            String action,
            String id,
            String email,
            int emailMax,
            boolean owners,
            boolean owner,
            boolean admin,
            boolean developer,
            boolean controller,
            @Nullable String emailError,
            @Nullable String formError)
            implements TemplateInstance {}

    private final Invite invite;
    private final CurrentMember caller;
    private final Frame frame;
    private final Ids ids;

    TeamInvitationPages(Invite invite, CurrentMember caller, Frame frame, Ids ids) {
        this.invite = invite;
        this.caller = caller;
        this.frame = frame;
        this.ids = ids;
    }

    @GET
    @Path("/new")
    public TemplateInstance empty(
            @PathParam("application") ApplicationId application, @PathParam("environment") Environment environment) {
        var scope = frame.at(application, environment, "team");
        return form(scope, ids.next(), "", Set.of(), null, null);
    }

    @POST
    public Response invite(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @RestForm @Nullable UUID id,
            @RestForm @Nullable String email,
            @RestForm List<String> roles) {
        var scope = frame.at(application, environment, "team");
        var form = id == null ? ids.next() : id;
        var address = email == null ? "" : email.strip();
        var wanted = roles(roles);
        if (!address(address)) {
            return again(form(scope, form, address, wanted, words().emailInvalid(), null));
        }
        try {
            var asked = new Invite.Wanted(new InvitationId(form), address, wanted, frame.lang());
            invite.invite(caller.member(), caller.person(), asked);
            return Flash.done(TeamPages.path(scope), words().invited(address));
        } catch (Refused e) {
            return again(form(scope, form, address, wanted, null, words().of(e)));
        }
    }

    @POST
    @Path("/{id}/resending")
    public Response again(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @PathParam("id") InvitationId id) {
        var url = TeamPages.path(new Scope(application, environment));
        try {
            invite.again(caller.member(), caller.person(), id, frame.lang());
            return Flash.done(url, words().sentAgain());
        } catch (Refused e) {
            return Flash.refused(url, words().of(e));
        }
    }

    @POST
    @Path("/{id}/withdrawal")
    public Response withdraw(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @PathParam("id") InvitationId id) {
        var url = TeamPages.path(new Scope(application, environment));
        try {
            invite.withdraw(caller.member(), caller.person(), id);
            return Flash.done(url, words().withdrawn());
        } catch (Refused e) {
            return Flash.refused(url, words().of(e));
        }
    }

    static boolean address(String text) {
        return text.length() <= EMAIL_MAX && EMAIL.matcher(text).matches();
    }

    /** What is no role is left out: only somebody who does not use the form sends it. */
    static Set<Role> roles(List<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (names.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private NewInvitation form(
            Scope scope,
            UUID id,
            String email,
            Set<Role> roles,
            @Nullable String emailError,
            @Nullable String formError) {
        return new NewInvitation(
                TeamPages.path(scope),
                TeamPages.path(scope) + "/invitations",
                id.toString(),
                email,
                EMAIL_MAX,
                caller.member().roles().contains(Role.OWNER),
                roles.contains(Role.OWNER),
                roles.contains(Role.ADMIN),
                roles.contains(Role.DEVELOPER),
                roles.contains(Role.FINANCIAL_CONTROLLER),
                emailError,
                formError);
    }

    private static Response again(NewInvitation form) {
        return Response.status(UNPROCESSABLE).entity(form).build();
    }

    private TeamWords words() {
        return TeamWords.in(frame.lang());
    }
}
