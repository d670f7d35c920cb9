package io.sarf.payouts.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.api.ApiPaths;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds a page to the bare status of filters such as the CSRF filter. */
@Singleton
class BareErrors {
    private final ErrorPages pages;
    private final CurrentVertxRequest request;

    BareErrors(ErrorPages pages, CurrentVertxRequest request) {
        this.pages = pages;
        this.request = request;
    }

    @ServerResponseFilter
    void dress(ContainerResponseContext response) {
        if (response.getStatus() < 400 || response.hasEntity() || ApiPaths.contains(request.getCurrent())) {
            return;
        }
        var page = pages.answer(response.getStatus());
        response.setEntity(page.getEntity(), new Annotation[0], page.getMediaType());
    }
}
