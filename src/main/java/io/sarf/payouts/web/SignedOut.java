package io.sarf.payouts.web;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

public interface SignedOut {
    /** @param toProvider ends the rest of a session and redirects to the identity provider */
    Uni<ChallengeData> answer(RoutingContext request, Supplier<Uni<ChallengeData>> toProvider);
}
