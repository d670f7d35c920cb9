package io.sarf.payouts.integration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.ClientSecrets;
import io.sarf.payouts.platform.PublicUrl;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/integration")
@RolesAllowed(Permission.Name.SEE_TEST_USERS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class IntegrationPages {
    record Addresses(String application, String customer, String api, String openApi) {}

    /** @param created null while there is no secret */
    record SecretState(
            @Nullable Moment created, String by, @Nullable String action) {}

    /** @param addresses null for a member who may not see them, like secret and requests */
    @CheckedTemplate(basePath = "integration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Integration(
            @Nullable Addresses addresses,
            @Nullable SecretState secret,
            @Nullable String requests,
            @Nullable String testUsers)
            implements TemplateInstance {}

    private final Applications applications;
    private final ClientSecrets secrets;
    private final CurrentMember caller;
    private final Frame frame;
    private final PublicUrl publicUrl;

    IntegrationPages(
            Applications applications, ClientSecrets secrets, CurrentMember caller, Frame frame, PublicUrl publicUrl) {
        this.applications = applications;
        this.secrets = secrets;
        this.caller = caller;
        this.frame = frame;
        this.publicUrl = publicUrl;
    }

    @GET
    public TemplateInstance show(@BeanParam ScopePath here) {
        var scope = frame.at(here, "integration");
        var sees = caller.member().may(Permission.INTEGRATION);
        if (!sees && !scope.sandbox()) {
            throw new Permission.Missing(Permission.INTEGRATION);
        }
        return new Integration(
                sees ? addresses(scope) : null,
                sees ? secret(scope) : null,
                sees ? path(scope) + "/requests" : null,
                scope.sandbox() ? path(scope) + "/test-users" : null);
    }

    static String path(Scope scope) {
        return scope.path() + "/integration";
    }

    private Addresses addresses(Scope scope) {
        return new Addresses(
                scope.application().toString(),
                applications.require(scope).customer().toString(),
                publicUrl.toString(),
                "/docs");
    }

    private SecretState secret(Scope scope) {
        var secret = secrets.describe(scope);
        return new SecretState(
                secret == null ? null : Moment.of(secret.createdAt(), frame.lang()),
                secret == null ? "" : secret.createdBy(),
                caller.member().may(Permission.SECRETS) ? path(scope) + "/secret" : null);
    }
}
