package io.sarf.payouts.platform;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a person sees when there is no page to show. */
@Singleton
class ErrorPages {
    Response answer(int status) {
        var known = Response.Status.fromStatusCode(status);
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(known == null ? String.valueOf(status) : known.getReasonPhrase())
                .build();
    }

    /** Sends somebody who has not signed in to where one does. */
    Uni<Response> signIn(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(answer(Response.Status.UNAUTHORIZED.getStatusCode()));
        }
        return authenticator.getChallenge(request).map(challenge -> {
            if (challenge == null) {
                return answer(Response.Status.UNAUTHORIZED.getStatusCode());
            }
            var answer = Response.status(challenge.status);
            if (challenge.headerName != null) {
                answer.header(challenge.headerName.toString(), challenge.headerContent);
            }
            return answer.build();
        });
    }
}
