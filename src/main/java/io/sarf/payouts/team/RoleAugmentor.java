package io.sarf.payouts.team;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.sarf.payouts.application.ApplicationId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Sets the permissions of the caller on each request, from the stored roles. */
@ApplicationScoped
class RoleAugmentor implements SecurityIdentityAugmentor {
    static final String PERSON = "sarf.person";
    static final String MEMBER = "sarf.member";

    private final Lookup lookup;

    RoleAugmentor(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Runs outside the request's context, so it activates its own. */
    @ApplicationScoped
    static class Lookup {
        private final People people;

        Lookup(People people) {
            this.people = people;
        }

        @ActivateRequestContext
        People.Caller identify(JsonWebToken token, @Nullable ApplicationId application) {
            return people.identify(claims(token), application);
        }
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous() || identity.getCredential(IdTokenCredential.class) == null) {
            return Uni.createFrom().item(identity);
        }
        var request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (request == null) {
            return Uni.createFrom().failure(new IllegalStateException("People sign in with requests"));
        }
        var known = TokenStateStore.caller(request);
        if (known != null) {
            return Uni.createFrom().item(let(identity, known, request));
        }
        var token = (JsonWebToken) identity.getPrincipal();
        return TokenStateStore.noting(request, context.runBlocking(() -> {
            var caller = lookup.identify(token, application(request.normalizedPath()));
            TokenStateStore.signedIn(request, caller);
            return let(identity, caller, request);
        }));
    }

    private static SecurityIdentity let(SecurityIdentity identity, People.Caller caller, RoutingContext request) {
        var address = request.request().remoteAddress().hostAddress();
        var builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(PERSON, caller.person().from(address));
        // The only role that is taken from the token; a member's permissions come from the stored rows.
        if (identity.hasRole(Permission.Name.REPRESENTATIVE)) {
            builder.addRole(Permission.Name.REPRESENTATIVE);
        }
        var member = caller.member();
        if (member != null) {
            builder.addAttribute(MEMBER, member);
            Permission.of(member.grants()).forEach(permission -> builder.addRole(permission.name()));
        }
        return builder.build();
    }

    static @Nullable ApplicationId application(String path) {
        var parts = path.split("/", 4);
        if (parts.length < 3 || !parts[1].equals("dashboard")) {
            return null;
        }
        try {
            return ApplicationId.fromString(parts[2]);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static People.Claims claims(JsonWebToken token) {
        return People.Claims.of(
                token.getIssuer(),
                token.getSubject(),
                Objects.toString(token.<Object>getClaim("email"), ""),
                Boolean.parseBoolean(String.valueOf(token.<Object>getClaim("email_verified"))),
                Objects.toString(token.<Object>getClaim("name"), ""),
                Objects.toString(token.<Object>getClaim("auth_time"), ""));
    }
}
