package io.sarf.payouts.client;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiCredentials;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.ApiPaths;
import io.sarf.payouts.web.SignedOut;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On API paths only our own tokens count, never a cookie; elsewhere the identity provider decides. */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {
    static final String CLIENT = "sarf.client";

    static final String ADDRESS = "sarf.client.address";

    private static final String BEARER = "Bearer ";

    private final OidcAuthenticationMechanism people;
    private final SignedOut signedOut;
    private final BlockingSecurityExecutor workers;
    private final Lookup lookup;

    BearerAuthentication(
            OidcAuthenticationMechanism people, SignedOut signedOut, BlockingSecurityExecutor workers, Lookup lookup) {
        this.people = people;
        this.signedOut = signedOut;
        this.workers = workers;
        this.lookup = lookup;
    }

    /** Runs outside the request, so it activates a request context of its own. */
    @ApplicationScoped
    static class Lookup {
        private final Tokens tokens;
        private final SigningKeys keys;
        private final ClientSecrets secrets;
        private final CallLimits limits;
        private final FailedAttempts guesses;

        Lookup(Tokens tokens, SigningKeys keys, ClientSecrets secrets, CallLimits limits, FailedAttempts guesses) {
            this.tokens = tokens;
            this.keys = keys;
            this.secrets = secrets;
            this.limits = limits;
            this.guesses = guesses;
        }

        @ActivateRequestContext
        SecurityIdentity identify(String token, RoutingContext call) {
            var client = tokens.read(token, keys::verifying);
            if (client == null) {
                throw guesses.badToken(address(call));
            }
            // Checked before the database, so that refused calls cost no query.
            limit(client, call);
            if (!secrets.lives(client.scope(), client.secret())) {
                throw guesses.badToken(client.secret().toString());
            }
            return counted(client, call);
        }

        /**
         * For an operation that checks the secret in its own transaction: asks no database and may run on an event loop.
         * Null for a token that was not read before, or whose secret was not seen for a while.
         */
        @Nullable
        SecurityIdentity identifyKnown(String token, RoutingContext call) {
            var client = tokens.known(token, keys::inMemory);
            if (client == null || !secrets.livedJustNow(client.scope(), client.secret())) {
                return null;
            }
            limit(client, call);
            return counted(client, call);
        }

        private void limit(Client client, RoutingContext call) {
            CallOwner.note(call, client.scope());
            var wait = limits.waiting(client.scope());
            limits.describe(client.scope(), call.response());
            refuse(wait.map(Lookup::tooMany));
            refuse(guesses.tooManyBadTokens(client.secret().toString()));
        }

        private SecurityIdentity counted(Client client, RoutingContext call) {
            var late = limits.count(client.scope());
            limits.describe(client.scope(), call.response());
            refuse(late.map(Lookup::tooMany));
            return identity(client, address(call));
        }

        private static String address(RoutingContext call) {
            return call.request().remoteAddress().hostAddress();
        }

        private static void refuse(Optional<ApiFault> fault) {
            if (fault.isPresent()) {
                throw fault.get();
            }
        }

        private static ApiFault tooMany(Duration wait) {
            var message = "Too many calls. Try again in " + wait.toSeconds() + " s";
            return ApiFault.retry(ApiCode.RATE_LIMIT_EXCEEDED, message, wait);
        }

        private static SecurityIdentity identity(Client client, String address) {
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(
                            new QuarkusPrincipal(client.scope().application().toString()))
                    .addRoles(client.scopes())
                    .addAttribute(CLIENT, client)
                    .addAttribute(ADDRESS, address)
                    .build();
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (!ApiPaths.contains(context)) {
            return people.authenticate(context, providers);
        }
        var token = token(context.request().getHeader("Authorization"));
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        return identity(token, context)
                .onFailure()
                .invoke(reason -> ApiCredentials.reject(context, reason))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<SecurityIdentity> identity(String token, RoutingContext call) {
        if (!ApiPaths.checksSecret(call)) {
            return workers.executeBlocking(() -> lookup.identify(token, call));
        }
        return Uni.createFrom()
                .item(() -> lookup.identifyKnown(token, call))
                .onItem()
                .ifNull()
                .switchTo(() -> workers.executeBlocking(() -> lookup.identify(token, call)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return ApiPaths.contains(context)
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"))
                : signedOut.answer(context, () -> people.getChallenge(context));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return people.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return ApiPaths.contains(context)
                ? Uni.createFrom()
                        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"))
                : people.getCredentialTransport(context);
    }

    private static @Nullable String token(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
