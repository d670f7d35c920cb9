package io.sarf.payouts.membership;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.ChangeMember;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/team/departure")
@RolesAllowed(Permission.Name.MEMBER)
@Produces(MediaType.TEXT_HTML)
@Blocking
class DeparturePages {
    /** @param ownership where to transfer ownership first; null for a member who can leave now */
    @CheckedTemplate(basePath = "membership", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Departure(
            String back,
            String company,
            List<String> stays,
            @Nullable String ownership) implements TemplateInstance {}

    private final Applications applications;
    private final Members members;
    private final ChangeMember change;
    private final DepartureEffects stays;
    private final CurrentMember caller;
    private final Frame frame;

    DeparturePages(
            Applications applications,
            Members members,
            ChangeMember change,
            DepartureEffects stays,
            CurrentMember caller,
            Frame frame) {
        this.applications = applications;
        this.members = members;
        this.change = change;
        this.stays = stays;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance ask(@BeanParam ScopePath here) {
        var scope = frame.at(here, "team");
        var own = caller.member();
        var onlyOwner = own.grants().has(Role.OWNER) && !members.hasOtherOwner(scope.application(), own.id());
        return new Departure(
                MemberPages.team(scope),
                company(scope.application()),
                stays.of(scope.application(), caller.person().id(), frame.lang()),
                onlyOwner ? OwnershipPages.path(scope) : null);
    }

    @POST
    public Response leave(@BeanParam ScopePath here) {
        var scope = frame.at(here, "team");
        try {
            var company = company(scope.application());
            change.remove(caller.member(), caller.person(), caller.member().id());
            return Flash.done("/dashboard", MembershipWords.in(frame.lang()).left(company));
        } catch (Refused e) {
            return Flash.refused(MemberPages.team(scope) + "/departure", MembershipWords.of(e, frame.lang()));
        }
    }

    private String company(ApplicationId application) {
        return applications.require(application).name();
    }
}
