package io.sarf.sandboxbank;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Portal {
    private static final String SESSION = "portal_session";
    private static final String CSRF = "portal_csrf";
    private static final String HOME = "/portal";

    private final Vertx vertx;
    private final Bank bank;
    private final PortalViews views = new PortalViews();
    private final PortalSessions sessions;
    private final PortalPayments payments;

    Portal(Vertx vertx, Bank bank) {
        this.vertx = vertx;
        this.bank = bank;
        this.sessions = new PortalSessions(bank);
        this.payments = new PortalPayments(bank);
    }

    void open(Router router) {
        asset(router, "tabler.css", "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css");
        asset(router, "portal.css", "/sandboxbank/portal/portal.css");
        on(router, HttpMethod.GET, HOME, this::home);
        on(router, HttpMethod.POST, HOME + "/session", this::signIn);
        on(router, HttpMethod.POST, HOME + "/session/code", this::code);
        on(router, HttpMethod.POST, HOME + "/sign-out", this::signOut);
        on(router, HttpMethod.GET, HOME + "/accounts/:account", this::statement);
        on(router, HttpMethod.GET, HOME + "/payments", visit -> payments(visit, ""));
        on(router, HttpMethod.POST, HOME + "/payments/decision", this::decide);
    }

    private static void asset(Router router, String name, String path) {
        router.get(HOME + "/assets/" + name)
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/css")
                        .putHeader("Cache-Control", "public, max-age=86400")
                        .end(Buffer.buffer(PortalViews.resource(path))));
    }

    private void on(Router router, HttpMethod method, String path, Page page) {
        router.route(method, path).handler(context -> {
            var visit = new Visit(context);
            if (method.equals(HttpMethod.POST) && !visit.csrf().equals(visit.field("csrf"))) {
                context.response().setStatusCode(403).end("This form has expired");
                return;
            }
            vertx.executeBlocking(() -> page.show(visit), false)
                    .onSuccess(shown -> send(context, shown))
                    .onFailure(context::fail);
        });
    }

    private static void send(RoutingContext context, Shown shown) {
        var response = context.response();
        response.putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                                + " frame-ancestors 'none'; base-uri 'none'");
        if (shown.redirect()) {
            response.setStatusCode(303).putHeader("Location", shown.text()).end();
        } else {
            response.putHeader("Content-Type", "text/html; charset=utf-8").end(shown.text());
        }
    }

    private Shown home(Visit visit) {
        Optional<BankUser> user = sessions.signedIn(visit.token());
        if (user.isEmpty()) {
            return signInPage(visit, "");
        }
        List<Map<String, Object>> accounts = new ArrayList<>();
        bank.database
                .transact(tx -> BankUsers.accounts(tx, user.get()))
                .forEach(account -> accounts.add(Map.of(
                        "id", account.id(),
                        "name", account.name(),
                        "iban", account.iban(),
                        "balance", account.balance().toString())));
        return page("accounts", visit, user.get(), Map.of("accounts", accounts));
    }

    private Shown signInPage(Visit visit, String notice) {
        List<Map<String, Object>> banks = new ArrayList<>();
        Arrays.stream(SimulatedBank.values()).forEach(one -> banks.add(Map.of("id", one.name(), "name", one.title())));
        return open("sign-in", visit, Map.of("banks", banks, "notice", notice));
    }

    private Shown signIn(Visit visit) {
        Optional<SimulatedBank> where = SimulatedBank.named(visit.field("bank"));
        if (where.isEmpty()) {
            return signInPage(visit, "Choose a bank.");
        }
        PortalSessions.SignIn begun =
                sessions.begin(where.get(), new Login(visit.field("user_name"), visit.field("password")));
        if (begun.token().isEmpty()) {
            return signInPage(visit, begun.why());
        }
        visit.remember(SESSION, begun.token().get());
        return open("code", visit, Map.of("notice", ""));
    }

    private Shown code(Visit visit) {
        return switch (sessions.code(visit.token(), visit.field("otp"))) {
            case RIGHT, DONE_BEFORE -> Shown.to(HOME);
            case WRONG -> open("code", visit, Map.of("notice", "That is not the code."));
            case CLOSED -> signInPage(visit, "The code is no longer good. Please sign in again.");
        };
    }

    private Shown signOut(Visit visit) {
        sessions.end(visit.token());
        return Shown.to(HOME);
    }

    private Shown statement(Visit visit) {
        Optional<BankUser> user = sessions.signedIn(visit.token());
        Optional<Account> account =
                user.flatMap(person -> bank.database.transact(tx -> BankUsers.accounts(tx, person)).stream()
                        .filter(one -> one.id().equals(visit.context().pathParam("account")))
                        .findFirst());
        if (user.isEmpty() || account.isEmpty()) {
            return Shown.to(HOME);
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        bank.ledger
                .statement(account.get().id(), 200)
                .forEach(line -> lines.add(Map.of(
                        "at", line.at().toString(),
                        "note", line.note(),
                        "amount", line.amount().toString(),
                        "balance", line.balance().toString())));
        return page(
                "statement", visit, user.get(), Map.of("account", account.get().name(), "lines", lines));
    }

    private Shown payments(Visit visit, String notice) {
        Optional<BankUser> user = sessions.signedIn(visit.token());
        if (user.isEmpty()) {
            return Shown.to(HOME);
        }
        List<Map<String, Object>> waiting = new ArrayList<>();
        payments.waiting(user.get())
                .forEach(one -> waiting.add(Map.of(
                        "reference", one.reference(),
                        "payee", one.payee(),
                        "description", one.description(),
                        "at", one.at(),
                        "amount", one.amount().toString())));
        return page(
                "payments",
                visit,
                user.get(),
                Map.of("payments", waiting, "mayApprove", user.get().authorizer(), "notice", notice));
    }

    private Shown decide(Visit visit) {
        Optional<BankUser> user = sessions.signedIn(visit.token());
        if (user.isEmpty()) {
            return Shown.to(HOME);
        }
        boolean approve = visit.field("decision").equals("approve");
        int decided = payments.decide(user.get(), visit.fields("reference"), approve);
        return payments(visit, decided + (approve ? " approved." : " rejected."));
    }

    private Shown page(String name, Visit visit, BankUser user, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("person", user.displayName());
        all.put("bankName", user.bank().title());
        return open(name, visit, all);
    }

    private Shown open(String name, Visit visit, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(Map.of("person", "", "notice", "", "bankName", "Sandbox Bank"));
        all.putAll(data);
        all.put("csrf", visit.csrf());
        return new Shown(views.page(name, all), false);
    }

    interface Page {
        Shown show(Visit visit);
    }

    record Shown(String text, boolean redirect) {
        static Shown to(String path) {
            return new Shown(path, true);
        }
    }

    /** The CSRF token is in a cookie that no other site can read or send. */
    record Visit(RoutingContext context) {
        String token() {
            return cookie(SESSION);
        }

        String csrf() {
            String known = cookie(CSRF);
            if (!known.isEmpty()) {
                return known;
            }
            String fresh = Ids.word(32);
            remember(CSRF, fresh);
            return fresh;
        }

        String field(String name) {
            String value = context.request().getFormAttribute(name);
            return value == null ? "" : value;
        }

        List<String> fields(String name) {
            return context.request().formAttributes().getAll(name);
        }

        private String cookie(String name) {
            Cookie found = context.request().getCookie(name);
            return found == null ? "" : found.getValue();
        }

        private void remember(String name, String value) {
            context.response()
                    .addCookie(Cookie.cookie(name, value)
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.STRICT)
                            .setPath(HOME));
        }
    }
}
