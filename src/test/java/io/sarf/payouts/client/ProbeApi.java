package io.sarf.payouts.client;

import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.SQLNonTransientConnectionException;
import java.util.UUID;

/** An operation as features write them, for the tests of what surrounds one. */
@Path("/payouts/v1/probe")
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeApi {
    public record NewProbe(BigDecimal amount, String accountId) {}

    public record Probe(String application, String environment, String actorId, BigDecimal newAmount) {}

    private final CurrentClient caller;

    ProbeApi(CurrentClient caller) {
        this.caller = caller;
    }

    @POST
    @RolesAllowed(TokenScope.PAYOUT_WRITE)
    public Probe create(NewProbe body) {
        if (body.amount() == null || body.amount().signum() <= 0) {
            throw ApiFault.invalid("amount", String.valueOf(body.amount()), "must be more than 0");
        }
        var scope = caller.scope();
        return new Probe(
                scope.application().toString(),
                scope.environment().path(),
                caller.actor().id(),
                body.amount());
    }

    @POST
    @Path("raw")
    @RolesAllowed(TokenScope.PAYOUT_WRITE)
    public Probe raw(JsonBody body) {
        return new Probe(null, null, null, body.as(NewProbe.class).amount());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(TokenScope.PAYOUT_READ)
    public Probe one(@PathParam("id") UUID id) {
        throw new Missing("probe");
    }

    @POST
    @Path("failures/{kind}")
    @RolesAllowed(TokenScope.PAYOUT_READ)
    public Probe fail(@PathParam("kind") String kind) throws Exception {
        switch (kind) {
            case "contract" -> throw new Refused("INVALID_STATE", "It is under way.");
            case "rule" -> throw new Refused("OF_OUR_OWN", "It may not be.");
            case "database" -> throw new IllegalStateException(new SQLNonTransientConnectionException("gone"));
            default -> throw new IllegalStateException("the password is hunter2");
        }
    }
}
