package io.sarf.payouts.client;

import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;

/** Tokens that look like one of ours and are none, and one of ours that carries too little. */
@ApplicationScoped
public class ForgedTokens {
    private final SigningKeys keys;
    private final Tokens tokens;
    private final Tokens yesterday;
    private final Ids ids;

    ForgedTokens(
            SigningKeys keys,
            Tokens tokens,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "sarf.public-url") String url) {
        this.keys = keys;
        this.tokens = tokens;
        this.yesterday = new Tokens(new PublicUrl(url), Clock.offset(clock, Duration.ofDays(-1)));
        this.ids = ids;
    }

    /** By what is wrong with them. */
    public Map<String, String> of(String token) throws Exception {
        var key = keys.signing();
        var stranger = RsaKeys.generate();
        var forged = new LinkedHashMap<String, String>();
        forged.put("no token", "");
        forged.put("an expired token", yesterday.sign(client(token), ids.next(), key));
        forged.put(
                "a wrong signature",
                tokens.sign(
                        client(token),
                        ids.next(),
                        new KeyRing.Key(
                                key.kid(),
                                RsaKeys.publicKey(stranger.getPublic().getEncoded()),
                                stranger.getPrivate(),
                                key.publishedAt(),
                                key.activeFrom(),
                                null)));
        forged.put(
                "alg none",
                encoded("{\"alg\":\"none\",\"kid\":\"" + key.kid() + "\"}") + "." + token.split("\\.")[1] + ".");
        forged.put("the public key as a secret", withPublicKey(token, key));
        return forged;
    }

    /** The same token, ours and valid, without one scope. */
    public String without(String token, String scope) {
        return with(
                token,
                client(token).scopes().stream()
                        .filter(one -> !one.equals(scope))
                        .collect(Collectors.toSet()));
    }

    /** The same token, ours and valid, with one scope alone. */
    public String only(String token, String scope) {
        return with(token, Set.of(scope));
    }

    private String with(String token, Set<String> scopes) {
        var client = client(token);
        return tokens.sign(
                new Client(client.scope(), client.secret(), scopes, client.customer()), ids.next(), keys.signing());
    }

    private Client client(String token) {
        return Objects.requireNonNull(tokens.read(token, keys::verifying));
    }

    private static String withPublicKey(String token, KeyRing.Key key) throws Exception {
        var forged = new JsonWebSignature();
        forged.setAlgorithmHeaderValue("HS256");
        forged.setKeyIdHeaderValue(key.kid());
        forged.setPayload(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        forged.setKey(new HmacKey(key.publicKey().getEncoded()));
        return forged.getCompactSerialization();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
