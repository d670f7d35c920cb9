package io.sarf.payouts.payouttab;

import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

@Path("/dashboard/{application}/{environment}/payouts/{id}/name-acceptance")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class NameAcceptancePages {
    private final PayoutsVisit visit;
    private final AcceptName accept;
    private final PayoutWords words;

    NameAcceptancePages(PayoutsVisit visit, AcceptName accept, PayoutWords words) {
        this.visit = visit;
        this.accept = accept;
        this.words = words;
    }

    @POST
    public Response accept(@BeanParam ScopePath here, @PathParam("id") PayoutId id) {
        var scope = visit.to(here, "payouts");
        var url = scope.path() + "/payouts/" + id;
        try {
            accept.accept(scope, id, visit.person());
            return Flash.done(url, words.messages().nameAcceptedDone());
        } catch (Refused refused) {
            return Flash.refused(url, refused.reason());
        }
    }
}
