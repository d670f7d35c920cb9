package io.sarf.payouts.team;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.sarf.payouts.api.ApiPaths;
import io.sarf.payouts.client.KnownTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * In place of the identity provider: who a call is from stands in a header, and what they are was said by the test.
 * Programs show their tokens as ever.
 */
@Alternative
@ApplicationScoped
public class KnownCallers implements HttpAuthenticationMechanism {
    public static final String HEADER = "X-Known-Caller";

    private record Caller(Person person, @Nullable Member member) {}

    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    void know(Person person, Member member) {
        known.put(person.id().toString(), new Caller(person, member));
    }

    /** Somebody who belongs to no application and serves all of them. */
    void knowRepresentative(Person person) {
        known.put(person.id().toString(), new Caller(person, null));
    }

    void signedIn(Person person, @Nullable Instant at) {
        var again = new Person(person.id(), person.email(), person.emailVerified(), person.name(), at);
        known.computeIfPresent(person.id().toString(), (id, caller) -> new Caller(again, caller.member()));
    }

    private final KnownTokens programs;

    KnownCallers(KnownTokens programs) {
        this.programs = programs;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (ApiPaths.contains(context.normalizedPath())) {
            return programs.authenticate(context, providers);
        }
        var header = context.request().getHeader(HEADER);
        var caller = header == null ? null : known.get(header);
        if (caller == null) {
            return Uni.createFrom().nullItem();
        }
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.person().email()))
                .addAttribute(RoleAugmentor.PERSON, caller.person());
        var member = caller.member();
        if (member == null) {
            identity.addRole(Permission.Name.REPRESENTATIVE);
        } else {
            identity.addAttribute(RoleAugmentor.MEMBER, member);
            Permission.of(member.grants()).forEach(permission -> identity.addRole(permission.name()));
        }
        return Uni.createFrom().item(identity.build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return ApiPaths.contains(context.normalizedPath())
                ? programs.getChallenge(context)
                : Uni.createFrom().item(new ChallengeData(401, null, null));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
