package io.sarf.payouts.membership;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Scope;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Transfers ownership to another member. */
@Path("/dashboard/{application}/{environment}/team/ownership")
@RolesAllowed(Permission.Name.MANAGE_OWNERS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnershipPages {
    private static final int UNPROCESSABLE = 422;

    record Heir(UUID member, String name, String email) {}

    @CheckedTemplate(basePath = "membership", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Ownership(
            String back,
            String action,
            List<Heir> heirs,
            @Nullable String error) implements TemplateInstance {}

    private final Members members;
    private final ChangeMember change;
    private final CurrentMember caller;
    private final Frame frame;

    OwnershipPages(Members members, ChangeMember change, CurrentMember caller, Frame frame) {
        this.members = members;
        this.change = change;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance ask(@BeanParam ScopePath here) {
        return page(frame.at(here, "team"), null);
    }

    @POST
    public Response handOn(@BeanParam ScopePath here, @RestForm @Nullable UUID member) {
        var scope = frame.at(here, "team");
        var heir =
                heirs(scope).stream().filter(one -> one.member().equals(member)).findFirst();
        if (heir.isEmpty()) {
            return again(scope, words().chooseAnother());
        }
        try {
            change.transfer(caller.member(), caller.person(), heir.get().member());
            return Flash.done(
                    MemberPages.team(scope), words().handedOn(heir.get().name()));
        } catch (Refused e) {
            return again(scope, MembershipWords.of(e, frame.lang()));
        }
    }

    static String path(Scope scope) {
        return MemberPages.team(scope) + "/ownership";
    }

    private Response again(Scope scope, String error) {
        return Response.status(UNPROCESSABLE).entity(page(scope, error)).build();
    }

    private Ownership page(Scope scope, @Nullable String error) {
        return new Ownership(MemberPages.team(scope), path(scope), heirs(scope), error);
    }

    private List<Heir> heirs(Scope scope) {
        return members.all(scope.application()).stream()
                .filter(one -> !one.grants().has(Role.OWNER))
                .map(one -> new Heir(one.member(), one.name(), one.email()))
                .toList();
    }

    private MembershipMessages words() {
        return MembershipWords.in(frame.lang());
    }
}
