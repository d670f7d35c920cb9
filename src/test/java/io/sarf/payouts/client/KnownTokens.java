package io.sarf.payouts.client;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The product's own authentication of programs, for tests that replace the authentication of people. */
@ApplicationScoped
public class KnownTokens {
    private final BearerAuthentication bearer;

    KnownTokens(BearerAuthentication bearer) {
        this.bearer = bearer;
    }

    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return bearer.authenticate(context, providers);
    }

    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return bearer.getChallenge(context);
    }
}
