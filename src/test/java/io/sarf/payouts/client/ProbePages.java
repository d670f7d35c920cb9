package io.sarf.payouts.client;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A page and a form beside the API, for the tests of where the one ends and the other begins. */
@Path("/probe")
public class ProbePages {
    @GET
    @RolesAllowed(TokenScope.PAYOUT_READ)
    public String page() {
        return "a page";
    }

    @POST
    @PermitAll
    public String form(@FormParam("field") String field) {
        return field;
    }
}
