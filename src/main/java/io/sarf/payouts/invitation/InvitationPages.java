package io.sarf.payouts.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.Authenticated;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.PermissionWords;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

@Path("/invitations/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Blocking
class InvitationPages {
    /** @param problem why it cannot be accepted; null when it can, or nobody is signed in */
    @CheckedTemplate(basePath = "invitation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Invited(
            String company,
            String person,
            String roles,
            String email,
            Moment until,
            @Nullable String problem,
            boolean signedIn,
            String acceptance)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "invitation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeadLink() implements TemplateInstance {}

    private final AcceptInvitation acceptance;
    private final Applications applications;
    private final CurrentMember caller;
    private final Frame frame;
    private final Clock clock;

    InvitationPages(
            AcceptInvitation acceptance, Applications applications, CurrentMember caller, Frame frame, Clock clock) {
        this.acceptance = acceptance;
        this.applications = applications;
        this.caller = caller;
        this.frame = frame;
        this.clock = clock;
    }

    @GET
    public Response show(@PathParam("token") String token) {
        return acceptance
                .find(token)
                .map(invitation -> Response.ok(page(invitation, token)).build())
                .orElseGet(InvitationPages::dead);
    }

    /** Requires a sign-in and redirects back to the invitation. */
    @GET
    @Path("/acceptance")
    @Authenticated
    public Response signIn(@PathParam("token") String token) {
        return Flash.silent(InvitationLinks.path(token));
    }

    @POST
    @Path("/acceptance")
    @Authenticated
    public Response accept(@PathParam("token") String token) {
        try {
            var application = acceptance.accept(token, caller.person(), caller.representative());
            var start = new Scope(application, Environment.SANDBOX).path() + "/getting-started";
            return Flash.done(start, words().accepted());
        } catch (Refused e) {
            return Flash.refused(
                    InvitationLinks.path(token),
                    acceptance
                            .find(token)
                            .map(invitation -> reason(e, invitation))
                            .orElse(e.reason()));
        } catch (Missing replaced) {
            return dead();
        }
    }

    private Invited page(Invitation invitation, String token) {
        return new Invited(
                applications.require(invitation.application()).name(),
                invitation.invitedByName(),
                PermissionWords.in(frame.lang()).listed(invitation.grants()),
                invitation.email(),
                Moment.of(invitation.expiresAt(), frame.lang()),
                problem(invitation),
                caller.personOrNull() != null,
                InvitationLinks.path(token) + "/acceptance");
    }

    private @Nullable String problem(Invitation invitation) {
        var person = caller.personOrNull();
        try {
            if (person == null) {
                invitation.refuseUnlessPending(clock.instant());
            } else {
                AcceptInvitation.check(invitation, person, caller.representative(), clock.instant());
                acceptance.checkInviter(invitation);
            }
            return null;
        } catch (Refused e) {
            return reason(e, invitation);
        }
    }

    private String reason(Refused refused, Invitation invitation) {
        var words = words();
        return switch (refused.code()) {
            case "USED" -> words.used();
            case "WITHDRAWN" -> words.withdrawn();
            case "EXPIRED" -> words.expired();
            case "REPRESENTATIVE" -> words.representative();
            case "OTHER_ADDRESS" -> words.otherAddress(invitation.email(), frame.personEmail());
            case "UNVERIFIED" -> words.unverified();
            case "INVITER_GONE" -> words.inviterGone();
            case "ALREADY_MEMBER" -> words.alreadyMember();
            default -> refused.reason();
        };
    }

    private static Response dead() {
        return Response.status(Response.Status.NOT_FOUND).entity(new DeadLink()).build();
    }

    private InvitationMessages words() {
        return MessageBundles.get(InvitationMessages.class, Localized.Literal.of(frame.lang()));
    }
}
