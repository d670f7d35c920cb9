package io.sarf.payouts.platform;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Filters refuse with a bare status, the forgery check among them; a person gets a page with it. */
@Singleton
class BareErrors {
    private final ErrorPages pages;

    BareErrors(ErrorPages pages) {
        this.pages = pages;
    }

    @ServerResponseFilter
    void dress(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400
                || response.hasEntity()
                || ApiPaths.contains(request.getUriInfo().getPath())) {
            return;
        }
        var page = pages.answer(response.getStatus());
        response.setEntity(page.getEntity(), new Annotation[0], page.getMediaType());
    }
}
