package io.sarf.payouts.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.mail.MailSender;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/team/invitations")
@RolesAllowed(Permission.Name.MANAGE_TEAM)
@Produces(MediaType.TEXT_HTML)
@Blocking
class TeamInvitationPages {
    private static final int UNPROCESSABLE = 422;

    /** @param id chosen when the form is first shown, so that the same form sent twice invites once */
    @CheckedTemplate(basePath = "invitation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewInvitation(
            String back,
            String action,
            String id,
            String email,
            int emailMax,
            boolean owners,
            List<String> held,
            @Nullable String emailError,
            @Nullable String formError)
            implements TemplateInstance {}

    private final Invite invite;
    private final CurrentMember caller;
    private final Frame frame;
    private final MailSender mails;
    private final Ids ids;

    TeamInvitationPages(Invite invite, CurrentMember caller, Frame frame, MailSender mails, Ids ids) {
        this.invite = invite;
        this.caller = caller;
        this.frame = frame;
        this.mails = mails;
        this.ids = ids;
    }

    @GET
    @Path("/new")
    public TemplateInstance empty(@BeanParam ScopePath here) {
        var scope = frame.at(here, "team");
        return form(scope, ids.next(), "", Grants.of(), null, null);
    }

    @POST
    public Response invite(
            @BeanParam ScopePath here,
            @RestForm @Nullable UUID id,
            @RestForm @Nullable String email,
            @RestForm List<String> roles) {
        var scope = frame.at(here, "team");
        var form = id == null ? ids.next() : id;
        var typed = email == null ? "" : email.strip();
        var wanted = Grants.named(roles);
        var addresses = Addresses.in(typed);
        if (addresses.problem() != null) {
            return again(form(scope, form, typed, wanted, words().of(addresses), null));
        }
        try {
            var refused = new LinkedHashMap<String, Refused>();
            for (var address : addresses.all()) {
                invite(form, address, wanted).ifPresent(reason -> refused.put(address, reason));
            }
            if (refused.size() == addresses.all().size()) {
                return again(form(scope, form, typed, wanted, words().of(refused), null));
            }
            return Flash.done(TeamPages.path(scope), words().invited(addresses.all(), refused));
        } catch (Refused e) {
            return again(form(scope, form, typed, wanted, null, words().of(e)));
        }
    }

    /** Returns why this address is refused; throws a reason that applies to all addresses. */
    private Optional<Refused> invite(UUID form, String address, Grants wanted) {
        try {
            var asked = new Invite.Wanted(InvitationId.of(form, address), address, wanted, frame.lang());
            invite.invite(caller.member(), caller.person(), asked);
            return Optional.empty();
        } catch (Refused e) {
            if (Set.of("ALREADY_MEMBER", "ALREADY_INVITED", "TOO_MANY").contains(e.code())) {
                return Optional.of(e);
            }
            throw e;
        }
    }

    @POST
    @Path("/{id}/resending")
    public Response again(@BeanParam ScopePath here, @PathParam("id") InvitationId id) {
        var url = TeamPages.path(here.scope());
        try {
            invite.again(caller.member(), caller.person(), id, frame.lang());
            return Flash.done(url, words().sentAgain());
        } catch (Refused e) {
            return Flash.refused(url, words().of(e));
        }
    }

    @POST
    @Path("/{id}/withdrawal")
    public Response withdraw(@BeanParam ScopePath here, @PathParam("id") InvitationId id) {
        var url = TeamPages.path(here.scope());
        try {
            invite.withdraw(caller.member(), caller.person(), id);
            return Flash.done(url, words().withdrawn());
        } catch (Refused e) {
            return Flash.refused(url, words().of(e));
        }
    }

    private NewInvitation form(
            Scope scope,
            UUID id,
            String email,
            Grants grants,
            @Nullable String emailError,
            @Nullable String formError) {
        return new NewInvitation(
                TeamPages.path(scope),
                TeamPages.path(scope) + "/invitations",
                id.toString(),
                email,
                Addresses.CHARACTERS,
                caller.member().may(Permission.MANAGE_OWNERS),
                grants.names(),
                emailError,
                formError);
    }

    private static Response again(NewInvitation form) {
        return Response.status(UNPROCESSABLE).entity(form).build();
    }

    private TeamWords words() {
        return TeamWords.in(frame.lang(), mails.sent());
    }
}
