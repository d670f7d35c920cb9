package io.sarf.payouts.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class Readers {
    private Readers() {}

    /** Null outside a request. */
    static @Nullable RoutingContext request() {
        var container = Arc.container();
        return container == null || !container.requestContext().isActive()
                ? null
                : container.instance(CurrentVertxRequest.class).get().getCurrent();
    }

    /** Makes no query. */
    static Optional<Reader> of(@Nullable RoutingContext request) {
        return request != null && request.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getAttributes().values().stream()
                        .filter(Reader.class::isInstance)
                        .map(Reader.class::cast)
                        .findFirst()
                : Optional.empty();
    }
}
