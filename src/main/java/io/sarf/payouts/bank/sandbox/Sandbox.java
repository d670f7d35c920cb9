package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Methods return empty or false if there is no sandbox bank or no answer; all may be retried. */
@ApplicationScoped
public class Sandbox {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<URI> url;
    private final Optional<Line> line;

    Sandbox(
            @ConfigProperty(name = "sarf.bank.sandbox.url") Optional<URI> url,
            @ConfigProperty(name = "sarf.bank.sandbox.key") Optional<String> key) {
        this.url = url;
        this.line = url.map(bank -> new Line(bank, key.orElse(""), PATIENCE));
    }

    public boolean available() {
        return url.isPresent();
    }

    public Optional<URI> portal() {
        return url.map(bank -> bank.resolve("/portal"));
    }

    /** Idempotent. Creates the first test users of an application; {@code label} is their company's name. */
    public Optional<List<TestUser>> open(UUID application, String label) {
        return line.flatMap(to -> users(to.put(at(application), Bodies.empty().put("label", label))));
    }

    public Optional<List<TestUser>> testUsers(UUID application) {
        return line.flatMap(to -> users(to.get(at(application) + "/test-users")));
    }

    public Optional<TestUser> add(UUID application, String label, String bank, String kind) {
        ObjectNode body = Bodies.empty().put("bank", bank).put("kind", kind).put("label", label);
        return line.flatMap(to -> user(to.post(at(application) + "/test-users", body)));
    }

    public boolean delete(UUID application, String user) {
        return line.map(to -> to.delete(at(application, user)))
                .filter(Sandbox::done)
                .isPresent();
    }

    /** The user must connect again, with the same password. */
    public boolean expireSession(UUID application, String user) {
        return expire(application, user, "/session-expiry");
    }

    /** The user cannot connect until the password is renewed. */
    public boolean expirePassword(UUID application, String user) {
        return expire(application, user, "/password-expiry");
    }

    /** @param by between a second and 31 days */
    public boolean letPass(UUID application, Duration by) {
        return line.map(to -> to.post(at(application) + "/time", Bodies.empty().put("by", by.toString())))
                .filter(Sandbox::done)
                .isPresent();
    }

    private boolean expire(UUID application, String user, String what) {
        return line.map(to -> to.post(at(application, user) + what, Bodies.empty()))
                .filter(Sandbox::done)
                .isPresent();
    }

    public Optional<TestUser> renewPassword(UUID application, String user) {
        return line.flatMap(to -> user(to.post(at(application, user) + "/password", Bodies.empty())));
    }

    public List<AmountTrigger> triggers() {
        Optional<JsonNode> body = line.flatMap(to -> good(to.get("/v1/triggers")));
        return body.map(found -> StreamSupport.stream(found.path("triggers").spliterator(), false)
                        .map(one -> new AmountTrigger(
                                one.path("minor_part").asText(),
                                one.path("fires_at").asText(),
                                one.path("happens").asText(),
                                one.path("ends_in").asText()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<JsonNode> good(BankReply reply) {
        return reply instanceof BankReply.Answer answer && answer.status() == 200
                ? Optional.of(answer.body())
                : Optional.empty();
    }

    private static boolean done(BankReply reply) {
        return good(reply).isPresent();
    }

    private static Optional<TestUser> user(BankReply reply) {
        return good(reply).map(Sandbox::read);
    }

    private static Optional<List<TestUser>> users(BankReply reply) {
        return good(reply).map(body -> {
            List<TestUser> found = new ArrayList<>();
            body.path("test_users").forEach(one -> found.add(read(one)));
            return found;
        });
    }

    private static TestUser read(JsonNode one) {
        return new TestUser(
                one.path("id").asText(),
                one.path("bank").asText(),
                one.path("kind").asText(),
                one.path("purpose").asText(),
                one.path("user_name").asText(),
                one.path("password").asText(),
                one.path("authorizer").asBoolean(),
                one.path("held").asBoolean(),
                one.path("session_expired").asBoolean()
                        || one.path("password_expired").asBoolean(),
                one.path("locked").asBoolean());
    }

    private static String at(UUID application) {
        return "/v1/applications/" + application;
    }

    private static String at(UUID application, String user) {
        return at(application) + "/test-users/" + user;
    }

    /**
     * @param kind AUTHORIZER, AUTHORIZER_WITH_OTP, MAKER, PASSWORD_EXPIRED, LOCKED or RETAIL
     * @param held whether reserved as default authorizer
     */
    public record TestUser(
            String id,
            String bank,
            String kind,
            String purpose,
            String userName,
            String password,
            boolean authorizer,
            boolean held,
            boolean expired,
            boolean locked) {
        @Override
        public String toString() {
            return "TestUser[" + id + "]";
        }
    }

    /** @param minorPart for example {@code .51} */
    public record AmountTrigger(String minorPart, String firesAt, String happens, String endsIn) {}
}
