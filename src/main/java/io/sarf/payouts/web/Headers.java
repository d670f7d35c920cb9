package io.sarf.payouts.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
class Headers {
    /** Above all filters that may refuse a call. */
    private static final int FIRST = 300;

    private final String policy;

    Headers(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI identityProvider) {
        // A form without a session is redirected to the identity provider, which browsers check against form-action.
        var origin = identityProvider.getScheme() + "://" + identityProvider.getAuthority();
        this.policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + origin;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        set(context);
        context.next();
    }

    void set(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", immutable(context.request()) ? "public, max-age=31536000, immutable" : "no-store");
        context.addHeadersEndHandler(nothing -> one(headers));
    }

    /** The last value wins, because handlers set theirs later. */
    private static void one(MultiMap headers) {
        var said = headers.getAll("Cache-Control");
        if (said.size() > 1) {
            headers.set("Cache-Control", said.get(said.size() - 1));
        }
    }

    private static boolean immutable(HttpServerRequest request) {
        var path = request.path();
        return path != null && (path.startsWith("/assets/") || path.startsWith("/webjars/")) && request.query() != null;
    }
}
