package io.sarf.payouts.session;

import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.SignInTooOld;
import io.sarf.payouts.web.Flash;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A page opens after the sign-in; a form is stored ({@link SavedForms}). The request has had no effect. */
class SignInTooOldPages {
    private final ExpiredSession forms;
    private final CurrentMember caller;

    SignInTooOldPages(ExpiredSession forms, CurrentMember caller) {
        this.forms = forms;
        this.caller = caller;
    }

    @ServerExceptionMapper
    Response tooOld(SignInTooOld old, RoutingContext request) {
        if (request.request().method().equals(HttpMethod.GET)) {
            return Flash.silent(SignInAgainPages.url(OwnPath.of(ExpiredSession.target(request))));
        }
        if (!ExpiredSession.keepable(request)) {
            return Flash.silent(SignInAgainPages.url(ExpiredSession.page(request)));
        }
        forms.expect(request, caller.person().id());
        return Response.temporaryRedirect(URI.create(SavedFormPages.FOR_A_FRESH_SIGN_IN))
                .build();
    }
}
