package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows passwords, because they are valid in this sandbox only. */
final class TestUserApi {
    private final TestUsers users;
    private final TimeLapse timeLapse;

    TestUserApi(TestUsers users, TimeLapse timeLapse) {
        this.users = users;
        this.timeLapse = timeLapse;
    }

    void open(ApiHandler api) {
        String at = "/v1/applications/:application";
        api.on(
                HttpMethod.PUT,
                at,
                asked -> list(users.open(
                        asked.path("application"), asked.body(Label.class).label())));
        api.on(HttpMethod.GET, at + "/test-users", asked -> list(users.list(asked.path("application"))));
        api.on(HttpMethod.POST, at + "/test-users", this::add);
        api.on(HttpMethod.POST, at + "/time", asked -> {
            timeLapse.pass(
                    asked.path("application"),
                    AdminApi.duration(asked.body(AdminApi.Advance.class).by()));
            return done(true);
        });
        String one = at + "/test-users/:user";
        api.on(HttpMethod.DELETE, one, asked -> done(users.delete(asked.path("application"), asked.path("user"))));
        api.on(
                HttpMethod.POST,
                one + "/session-expiry",
                asked -> done(users.expireSession(asked.path("application"), asked.path("user"))));
        api.on(
                HttpMethod.POST,
                one + "/password-expiry",
                asked -> done(users.expirePassword(asked.path("application"), asked.path("user"))));
        api.on(HttpMethod.POST, one + "/password", asked -> {
            Optional<BankUser> renewed = users.renewPassword(asked.path("application"), asked.path("user"));
            return renewed.map(user -> Reply.ok(json(user))).orElseGet(TestUserApi::missing);
        });
    }

    private Reply add(ApiHandler.Asked asked) {
        NewUser wanted = asked.body(NewUser.class);
        SimulatedBank bank = SimulatedBank.named(wanted.bank()).orElseThrow(() -> new BadRequest("No such bank"));
        return Reply.ok(json(users.add(asked.path("application"), bank, kind(wanted.kind()), wanted.label())));
    }

    private static TestUserKind kind(String name) {
        try {
            return TestUserKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest("No such kind of user");
        }
    }

    private static Reply done(boolean found) {
        return found ? Reply.ok(Json.object().put("answer", "done")) : missing();
    }

    private static Reply missing() {
        return Reply.error(404, "no_such_user", "No such test user");
    }

    private static Reply list(List<BankUser> found) {
        ArrayNode list = Json.array();
        found.forEach(user -> list.add(json(user)));
        return Reply.ok(Json.object().set("test_users", list));
    }

    private static ObjectNode json(BankUser user) {
        return Json.object()
                .put("id", user.id())
                .put("bank", user.bank().name())
                .put("kind", user.kind().name())
                .put("purpose", user.kind().purpose())
                .put("user_name", user.userName())
                .put("password", user.password())
                .put("display_name", user.displayName())
                .put("authorizer", user.authorizer())
                .put("held", user.held())
                .put("session_expired", user.sessionExpired())
                .put("password_expired", user.passwordExpired())
                .put("locked", user.locked());
    }

    record Label(@Nullable String label) {}

    record NewUser(String bank, String kind, @Nullable String label) {}
}
