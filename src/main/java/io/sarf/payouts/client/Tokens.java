package io.sarf.payouts.client;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.PublicUrl;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

@Singleton
class Tokens {
    static final Duration LIFE = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(Tokens.class);
    private static final int LONGEST = 4_096;
    private static final int SKEW_SECONDS = 10;

    private final VerifiedTokens good = new VerifiedTokens();
    private final String issuer;
    private final Clock clock;

    /** @param publicUrl issuer and audience of the tokens */
    Tokens(PublicUrl publicUrl, Clock clock) {
        this.issuer = publicUrl.toString();
        this.clock = clock;
    }

    String issuer() {
        return issuer;
    }

    String sign(Client client, UUID id, KeyRing.Key key) {
        var now = clock.instant().getEpochSecond();
        var application = client.scope().application().toString();
        var claims = Jwt.claims()
                .issuer(issuer)
                .audience(issuer)
                .subject(application)
                .claim("scope", client.scopes().stream().sorted().toList())
                .claim("applications", List.of(Map.of("id", application)))
                .claim("environment", client.scope().environment().path())
                .claim("sid", client.secret().toString())
                .issuedAt(now)
                .claim("nbf", now)
                .expiresAt(now + LIFE.toSeconds())
                .claim("jti", id.toString());
        var customer = client.customer();
        if (customer != null) {
            claims.claim("customers", List.of(Map.of("id", customer.toString())));
        }
        return claims.jws().keyId(key.kid()).algorithm(SignatureAlgorithm.RS256).sign(key.privateKey());
    }

    /** Null unless the token is ours, unaltered and currently valid. Does not check whether its secret was replaced. */
    @Nullable
    Client read(String token, Function<@Nullable String, @Nullable RSAPublicKey> keys) {
        if (token.length() > LONGEST) {
            return null;
        }
        var known = known(token, keys);
        if (known != null) {
            return known;
        }
        try {
            var read = consumer(keys).process(token);
            var client = client(read.getJwtClaims());
            put(token, read, client, keys);
            return client;
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            LOG.debugf("A token was not taken: %s", e.getMessage());
            return null;
        }
    }

    /** The same for a token that was read before; null for any other. */
    @Nullable
    Client known(String token, Function<@Nullable String, @Nullable RSAPublicKey> keys) {
        var known = good.find(token);
        return known != null
                        && known.at(clock.instant(), SKEW_SECONDS)
                        && known.key().equals(keys.apply(known.kid()))
                ? known.client()
                : null;
    }

    private void put(
            String token, JwtContext read, Client client, Function<@Nullable String, @Nullable RSAPublicKey> keys)
            throws MalformedClaimException {
        var kid = read.getJoseObjects().get(0).getKeyIdHeaderValue();
        var key = keys.apply(kid);
        if (key != null) {
            var claims = read.getJwtClaims();
            good.put(
                    token,
                    new VerifiedTokens.Good(
                            client,
                            kid,
                            key,
                            Instant.ofEpochSecond(claims.getNotBefore().getValue()),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        }
    }

    private JwtConsumer consumer(Function<@Nullable String, @Nullable RSAPublicKey> keys) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver((jws, nesting) -> {
                    var key = keys.apply(jws.getKeyIdHeaderValue());
                    if (key == null) {
                        throw new UnresolvableKeyException("No such key");
                    }
                    return key;
                })
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, issuer)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireNotBefore()
                .setRequireIssuedAt()
                .setRequireJwtId()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build();
    }

    private static Client client(JwtClaims claims) throws MalformedClaimException {
        var scope = new Scope(
                ApplicationId.fromString(claims.getSubject()),
                Environment.fromString(String.valueOf(claims.getClaimValue("environment"))));
        return new Client(
                scope,
                UUID.fromString(String.valueOf(claims.getClaimValue("sid"))),
                Set.copyOf(claims.getStringListClaimValue("scope")),
                customer(claims));
    }

    private static @Nullable UUID customer(JwtClaims claims) throws MalformedClaimException {
        if (!claims.hasClaim("customers")) {
            return null;
        }
        var customers = claims.getClaimValue("customers", List.class);
        if (customers.size() == 1 && customers.get(0) instanceof Map<?, ?> customer) {
            return UUID.fromString(String.valueOf(customer.get("id")));
        }
        throw new MalformedClaimException("One customer expected");
    }
}
