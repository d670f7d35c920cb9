package io.sarf.payouts.integration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.client.ClientSecrets;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
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

/** Creates a client secret and shows it once, in that answer. */
@Path("/dashboard/{application}/{environment}/integration/secret")
@RolesAllowed(Permission.Name.SECRETS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SecretPages {
    @CheckedTemplate(basePath = "integration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewSecret(String application, String secret, String back) implements TemplateInstance {}

    private final ClientSecrets secrets;
    private final FreshSignIn fresh;
    private final CurrentMember caller;
    private final Frame frame;

    SecretPages(ClientSecrets secrets, FreshSignIn fresh, CurrentMember caller, Frame frame) {
        this.secrets = secrets;
        this.fresh = fresh;
        this.caller = caller;
        this.frame = frame;
    }

    @POST
    public TemplateInstance create(@BeanParam ScopePath here) {
        var scope = frame.at(here, "integration");
        fresh.require(caller.person());
        var secret = secrets.create(scope, caller.person().actor());
        return new NewSecret(scope.application().toString(), secret, IntegrationPages.path(scope));
    }

    /** The POST's answer has this address, so a reload must neither create another secret nor fail. */
    @GET
    public Response reloaded(@BeanParam ScopePath here) {
        return Flash.silent(IntegrationPages.path(here.scope()));
    }
}
