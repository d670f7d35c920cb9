package io.sarf.payouts.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses {@code OPTIONS}: no browser calls the API from another origin. The router would answer 200 on any path. */
@Singleton
class NoOptions {
    private static final String NO_METHOD = "NONE";

    private final CurrentVertxRequest call;

    NoOptions(CurrentVertxRequest call) {
        this.call = call;
    }

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS) && ApiPaths.contains(call.getCurrent())) {
            request.setMethod(NO_METHOD);
        }
    }
}
