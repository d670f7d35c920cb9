package io.sarf.payouts.web;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/** What is said to whoever asks for a page and is not, or no longer, signed in. */
public interface SignedOut {
    /** @param toProvider ends what is left of a session, and leads to the identity provider */
    Uni<ChallengeData> answer(RoutingContext request, Supplier<Uni<ChallengeData>> toProvider);
}
