package io.sarf.payouts.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HERE = "https://payouts.example";
    private static final KeyRing.Key KEY = key("a", NOON.minusSeconds(60), null);
    private static final KeyRing RING = new KeyRing(List.of(KEY));
    private static final Client CLIENT = new Client(
            new Scope(new ApplicationId(UUID.randomUUID()), Environment.SANDBOX),
            UUID.randomUUID(),
            Set.copyOf(TokenScope.OF_API),
            null);

    private static KeyRing.Key key(String kid, Instant from, Instant retired) {
        var pair = RsaKeys.generate();
        return new KeyRing.Key(
                kid, RsaKeys.publicKey(pair.getPublic().getEncoded()), pair.getPrivate(), from, from, retired);
    }

    private static Tokens at(String url, Instant when) {
        return new Tokens(new PublicUrl(url), Clock.fixed(when, ZoneOffset.UTC));
    }

    private static String token() {
        return at(HERE, NOON).sign(CLIENT, UUID.randomUUID(), KEY);
    }

    private static Client read(String token) {
        return readAt(NOON, token);
    }

    private static Client readAt(Instant when, String token) {
        return at(HERE, when).read(token, kid -> RING.verifying(kid, when));
    }

    @Test
    void a_token_says_who_it_was_made_for() {
        assertThat(read(token())).isEqualTo(CLIENT);
    }

    @Test
    void a_customers_token_names_the_customer() {
        var one = new Client(CLIENT.scope(), CLIENT.secret(), Set.of(TokenScope.CUSTOMER_READ), UUID.randomUUID());

        assertThat(read(at(HERE, NOON).sign(one, UUID.randomUUID(), KEY))).isEqualTo(one);
    }

    @Test
    void the_claims_are_those_of_the_contract() throws Exception {
        var claims = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setVerificationKey(KEY.publicKey())
                .build()
                .processToClaims(token());

        var application = CLIENT.scope().application().toString();
        assertThat(claims.getIssuer()).isEqualTo(HERE);
        assertThat(claims.getAudience()).containsExactly(HERE);
        assertThat(claims.getSubject()).isEqualTo(application);
        assertThat(claims.getStringListClaimValue("scope")).contains("payout.write", "payout.read");
        assertThat(claims.getClaimValue("applications")).hasToString("[{id=" + application + "}]");
        assertThat(claims.getStringClaimValue("environment")).isEqualTo("sandbox");
        assertThat(claims.getIssuedAt().getValue()).isEqualTo(NOON.getEpochSecond());
        assertThat(claims.getNotBefore().getValue()).isEqualTo(NOON.getEpochSecond());
        assertThat(claims.getExpirationTime().getValue()).isEqualTo(NOON.getEpochSecond() + 3_600);
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.hasClaim("customers")).isFalse();
        assertThat(header(token())).contains("\"alg\":\"RS256\"").contains("\"kid\":\"a\"");
    }

    @Test
    void an_unsigned_token_is_refused() throws Exception {
        var unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setPayload(payload(token()));
        unsigned.setAlgorithmHeaderValue("none");
        unsigned.setKeyIdHeaderValue("a");

        assertThat(read(unsigned.getCompactSerialization())).isNull();
    }

    @Test
    void the_public_key_does_not_serve_as_a_shared_secret() throws Exception {
        var forged = new JsonWebSignature();
        forged.setPayload(payload(token()));
        forged.setAlgorithmHeaderValue("HS256");
        forged.setKeyIdHeaderValue("a");
        forged.setKey(new HmacKey(KEY.publicKey().getEncoded()));

        assertThat(read(forged.getCompactSerialization())).isNull();
    }

    @Test
    void an_altered_token_is_refused() {
        var parts = token().split("\\.");
        var altered = payload(token()).replace("sandbox", "production");
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(altered.getBytes(StandardCharsets.UTF_8));

        assertThat(altered).contains("production");
        assertThat(read(parts[0] + "." + encoded + "." + parts[2])).isNull();
    }

    @Test
    void a_token_is_good_for_an_hour() {
        assertThat(readAt(NOON.plus(Duration.ofMinutes(59)), token())).isNotNull();
        assertThat(readAt(NOON.plus(Duration.ofMinutes(61)), token())).isNull();
        assertThat(readAt(NOON.minus(Duration.ofMinutes(1)), token())).isNull();
    }

    @Test
    void a_token_of_another_installation_is_refused() {
        assertThat(read(at("https://elsewhere.example", NOON).sign(CLIENT, UUID.randomUUID(), KEY)))
                .isNull();
    }

    @Test
    void a_token_for_another_audience_is_refused() throws Exception {
        var claims = JwtClaims.parse(payload(token()));
        claims.setAudience("https://elsewhere.example");
        var other = new JsonWebSignature();
        other.setPayload(claims.toJson());
        other.setAlgorithmHeaderValue("RS256");
        other.setKeyIdHeaderValue("a");
        other.setKey(KEY.privateKey());

        assertThat(read(other.getCompactSerialization())).isNull();
    }

    @Test
    void a_key_nobody_published_is_refused() {
        var stranger = key("b", NOON, null);

        assertThat(read(at(HERE, NOON).sign(CLIENT, UUID.randomUUID(), stranger)))
                .isNull();
    }

    @Test
    void a_key_that_only_borrows_the_id_is_refused() {
        assertThat(read(at(HERE, NOON).sign(CLIENT, UUID.randomUUID(), key("a", NOON, null))))
                .isNull();
    }

    @Test
    void a_token_that_was_read_before_is_looked_at_anew() {
        var now = new AtomicReference<>(NOON);
        var ring = new AtomicReference<>(RING);
        var tokens = new Tokens(new PublicUrl(HERE), standing(now));
        var token = token();
        Supplier<@Nullable Client> reading =
                () -> tokens.read(token, kid -> ring.get().verifying(kid, now.get()));

        assertThat(reading.get()).isEqualTo(CLIENT);
        assertThat(reading.get()).isEqualTo(CLIENT);
        assertThat(tokens.read(token + "A", kid -> RING.verifying(kid, NOON))).isNull();

        ring.set(new KeyRing(List.of()));
        assertThat(reading.get()).as("its key was retired").isNull();
        ring.set(new KeyRing(List.of(key("a", NOON.minusSeconds(60), null))));
        assertThat(reading.get()).as("its key's id names another key").isNull();
        ring.set(RING);
        assertThat(reading.get()).isEqualTo(CLIENT);

        now.set(NOON.plus(Tokens.LIFE).plusSeconds(10));
        assertThat(reading.get()).as("its hour is over").isNull();
        now.set(NOON.minusSeconds(11));
        assertThat(reading.get()).as("its hour has not begun").isNull();
    }

    private static Clock standing(AtomicReference<Instant> at) {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return at.get();
            }
        };
    }

    @Test
    void what_is_no_token_is_refused() {
        assertThat(read("")).isNull();
        assertThat(read("a.b.c")).isNull();
        assertThat(read("x".repeat(5_000))).isNull();
    }

    @Test
    void keys_overlap() {
        var from = NOON.plus(Duration.ofDays(1));
        var old = new KeyRing.Key("old", KEY.publicKey(), KEY.privateKey(), NOON, NOON, from.plus(Duration.ofHours(2)));
        var next = new KeyRing.Key("next", KEY.publicKey(), KEY.privateKey(), NOON, from, null);
        var ring = new KeyRing(List.of(old, next));

        assertThat(ring.published(NOON)).containsExactly(old, next);
        assertThat(ring.signing(NOON)).isEqualTo(old);
        assertThat(ring.signing(from)).isEqualTo(next);
        assertThat(ring.verifying("old", from.plus(Duration.ofHours(1)))).isNotNull();
        assertThat(ring.verifying("old", from.plus(Duration.ofHours(2)))).isNull();
        assertThat(ring.signing(NOON.minusSeconds(1))).isNull();
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String header(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
    }
}
