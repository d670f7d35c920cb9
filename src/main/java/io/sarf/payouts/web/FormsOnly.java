package io.sarf.payouts.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.api.ApiPaths;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** The CSRF filter checks only forms; a post of another type would pass it with the visitor's cookie. */
@Singleton
class FormsOnly {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    private final CurrentVertxRequest call;

    FormsOnly(CurrentVertxRequest call) {
        this.call = call;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response refuse(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || ApiPaths.contains(call.getCurrent())) {
            return null;
        }
        // As text, because an invalid type is refused as well.
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        var form = type != null && FORMS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        return form
                ? null
                : Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build();
    }
}
