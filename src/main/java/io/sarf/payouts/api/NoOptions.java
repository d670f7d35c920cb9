package io.sarf.payouts.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Operations have no {@code OPTIONS}: no browser calls them from another origin. The router would answer it by itself, with
 * 200 and nothing else, whether there is an operation or not.
 */
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
