package io.sarf.payouts.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class EnablePayoutsPages {
    private static final int UNPROCESSABLE = 422;

    /** @param requested null while nobody has requested payouts */
    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotEnabled(String action, @Nullable Moment requested) implements TemplateInstance {}

    /** @param problem error above the terms, {@code acceptError} error at the checkbox; null for none */
    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TermsForm(
            String action,
            String version,
            List<String> paragraphs,
            @Nullable String problem,
            @Nullable String acceptError)
            implements TemplateInstance {}

    private final PayoutsAccess access;
    private final Applications applications;
    private final RequestPayouts requestPayouts;
    private final OptIns optIns;
    private final Terms terms;
    private final CurrentMember caller;
    private final Frame frame;

    EnablePayoutsPages(
            PayoutsAccess access,
            Applications applications,
            RequestPayouts requestPayouts,
            OptIns optIns,
            Terms terms,
            CurrentMember caller,
            Frame frame) {
        this.access = access;
        this.applications = applications;
        this.requestPayouts = requestPayouts;
        this.optIns = optIns;
        this.terms = terms;
        this.caller = caller;
        this.frame = frame;
    }

    static String url(Scope scope) {
        return payouts(scope) + "/access";
    }

    @GET
    @Path("/access")
    public Response show(@BeanParam ScopePath here) {
        var scope = frame.at(here, "payouts");
        if (access.open(scope, caller.person())) {
            return Flash.silent(payouts(scope));
        }
        return Response.ok(
                        access.missing(scope) == PayoutsAccess.Missing.ENABLED
                                ? notEnabled(scope)
                                : termsForm(scope, null, null))
                .build();
    }

    @POST
    @Path("/access-requests")
    public Response request(@BeanParam ScopePath here) {
        var scope = frame.at(here, "payouts");
        requestPayouts.request(scope, caller.person());
        return Flash.done(url(scope), words().requestSent());
    }

    /** @param version of the terms that were shown: only these can be accepted */
    @POST
    @Path("/opt-in")
    public Response optIn(@BeanParam ScopePath here, @RestForm @Nullable String version, @RestForm boolean accepted) {
        var scope = frame.at(here, "payouts");
        if (!access.enabled(scope)) {
            return Flash.silent(url(scope));
        }
        if (!terms.version().equals(version)) {
            return again(termsForm(scope, words().termsChanged(), null));
        }
        if (!accepted) {
            return again(termsForm(scope, null, words().acceptNeeded()));
        }
        optIns.accept(scope.application(), caller.person());
        return Flash.done(payouts(scope), words().accepted());
    }

    private NotEnabled notEnabled(Scope scope) {
        var at = applications.require(scope).payoutsRequestedAt();
        return new NotEnabled(payouts(scope) + "/access-requests", at == null ? null : Moment.of(at, frame.lang()));
    }

    private TermsForm termsForm(Scope scope, @Nullable String problem, @Nullable String acceptError) {
        var paragraphs = List.of(terms.text().split("\\R\\s*\\R"));
        return new TermsForm(payouts(scope) + "/opt-in", terms.version(), paragraphs, problem, acceptError);
    }

    private static Response again(TermsForm form) {
        return Response.status(UNPROCESSABLE).entity(form).build();
    }

    private static String payouts(Scope scope) {
        return scope.path() + "/payouts";
    }

    private AccessMessages words() {
        return MessageBundles.get(AccessMessages.class, Localized.Literal.of(frame.lang()));
    }
}
