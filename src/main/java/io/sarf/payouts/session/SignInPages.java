package io.sarf.payouts.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.api.Unforeseen;
import io.sarf.payouts.web.ErrorPages;
import io.sarf.payouts.web.Flash;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Quarkus handles a successful sign-in before any page. Here are the others: completed already, expired, refused, or
 * not started by this browser.
 */
@Path(SignInPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SignInPages {
    static final String PATH = "/sign-in";

    private final StateCookies states;
    private final ErrorPages pages;
    private final SecurityIdentity caller;
    private final CurrentVertxRequest request;

    SignInPages(StateCookies states, ErrorPages pages, SecurityIdentity caller, CurrentVertxRequest request) {
        this.states = states;
        this.pages = pages;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @PermitAll
    public Response goOn() {
        var current = request.getCurrent();
        var wanted = states.wanted(current).orElse(OwnPath.HOME);
        states.end(current);
        return caller.isAnonymous()
                ? Response.ok(pages.signInUnfinished(wanted)).build()
                : Flash.silent(wanted);
    }

    /** A failure can occur before any page is chosen, and on a thread that must not block. */
    static class Failures {
        private final StateCookies states;
        private final ErrorPages pages;

        Failures(StateCookies states, ErrorPages pages) {
            this.states = states;
            this.pages = pages;
        }

        @ServerExceptionMapper
        Uni<Response> failed(AuthenticationCompletionException failed, RoutingContext request) {
            return Uni.createFrom()
                    .item(() -> answer(failed, request))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor());
        }

        private Response answer(AuthenticationCompletionException failed, RoutingContext request) {
            if (Unforeseen.databaseAway(failed)) {
                return pages.unavailableTo(request);
            }
            // With tokens, the provider has authenticated the person and the failure is ours.
            return request.get(AuthorizationCodeTokens.class.getName()) != null
                    ? pages.notSignedIn(failed, request)
                    : pages.signInUnfinished(request, states.wanted(request).orElse(OwnPath.HOME));
        }
    }
}
