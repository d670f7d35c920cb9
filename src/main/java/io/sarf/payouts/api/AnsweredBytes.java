package io.sarf.payouts.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Records answers that are bytes already; {@link JsonBodies} records the others. */
@Singleton
class AnsweredBytes {
    private final CurrentVertxRequest request;

    AnsweredBytes(CurrentVertxRequest request) {
        this.request = request;
    }

    @ServerResponseFilter
    void note(ContainerResponseContext response) {
        var call = request.getCurrent();
        if (response.getEntity() instanceof byte[] body && ApiPaths.contains(call)) {
            ApiExchange.answered(call, body);
        }
    }
}
