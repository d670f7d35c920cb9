package io.sarf.payouts.authorization;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Typed;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.team.SignInTooOld;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.PayeeName;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The dialog from the code to the result. */
@Path("/dashboard/{application}/{environment}/authorizations/{id}")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class AuthorizationPages {
    record Line(
            PayeeName payee,
            String iban,
            String amount,
            String currency,
            String kind,
            String result,
            @Nullable String why) {}

    record ResultCount(String kind, String result, long count) {}

    /**
     * The first of an authorization's subjects.
     *
     * @param all how many there are
     * @param counts of all of them, by result; empty before anything is sent
     */
    record Listed(List<Line> lines, long all, List<ResultCount> counts) {
        static final int MOST = 100;

        public boolean truncated() {
            return lines.size() < all;
        }

        public boolean counted() {
            return !counts.isEmpty() && (truncated() || counts.size() > 1);
        }

        public boolean refusedFirst() {
            return truncated() && counts.stream().anyMatch(count -> count.kind().equals("failed"));
        }
    }

    sealed interface Content extends TemplateInstance permits Code, Result {}

    @CheckedTemplate(basePath = "authorizations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Code(
            String base,
            String url,
            Listed listed,
            List<Total> totals,
            @Nullable String sentTo,
            Moment expires,
            long left,
            @Nullable String fault)
            implements Content {}

    record Progress(long done, long all) {}

    /**
     * {@code outcome} is not called title, because the layout has a {@code title}. With progress the page refreshes
     * itself.
     */
    @CheckedTemplate(basePath = "authorizations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Result(
            String base,
            String url,
            String kind,
            String outcome,
            String text,
            boolean open,
            @Nullable Progress progress,
            Listed listed)
            implements Content {}

    private final PayoutsVisit visit;
    private final AuthorizeSubjects authorize;
    private final AuthorizationView view;
    private final AuthorizationWords words;

    AuthorizationPages(
            PayoutsVisit visit, AuthorizeSubjects authorize, AuthorizationView view, AuthorizationWords words) {
        this.visit = visit;
        this.authorize = authorize;
        this.view = view;
        this.words = words;
    }

    @GET
    public TemplateInstance show(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        return view.show(scope, visit.person(), id, null);
    }

    @POST
    @Path("/code")
    public Response complete(
            @BeanParam ScopePath here, @PathParam("id") AuthorizationId id, @RestForm @DefaultValue("") String otp) {
        var scope = visit.to(here, "payouts");
        var code = Typed.joined(otp);
        if (!code.matches("\\d{4,10}")) {
            return Response.status(422)
                    .entity(view.show(scope, visit.person(), id, words().codeNeeded()))
                    .build();
        }
        try {
            authorize.complete(scope, visit.person(), id, code);
        } catch (SignInTooOld old) {
            return Flash.silent(FreshSignInPages.url(scope, id));
        } catch (Refused refused) {
            return Flash.refused(url(scope, id), refused.reason());
        }
        return Flash.silent(url(scope, id));
    }

    /** Submitting the form twice leads to the same result. */
    @POST
    @Path("/cancellation")
    public Response giveUp(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        try {
            authorize.giveUp(scope, visit.person(), id);
        } catch (Refused refused) {
            return Flash.refused(url(scope, id), refused.reason());
        }
        return Flash.silent(url(scope, id));
    }

    private AuthorizationMessages words() {
        return words.messages();
    }

    static String url(Scope scope, AuthorizationId id) {
        return scope.path() + "/authorizations/" + id;
    }
}
