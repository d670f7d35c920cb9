package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.sarf.development.RunningStack;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the packaged product, twice at each of twelve points, the second time together with the bank's own process; then
 * both witnesses are asked. What is held up at a point is held by the network or by the database, not by the product.
 */
class KilledEverywhereIT {
    private enum What {
        QUEUE("/orders/[0-9A-V]+ "),
        AUTHORIZE("/authorizations "),
        CANCEL("/orders/[0-9A-V]+/cancellation "),
        CODE("/authorizations/[^/ ]+ ");

        private final Predicate<String> call;

        What(String path) {
            this.call = java.util.regex.Pattern.compile("^POST \\S+" + path).asPredicate();
        }
    }

    private enum When {
        BEFORE_THE_BANK_HEARS,
        BEFORE_THE_ANSWER,
        WHILE_RECORDING
    }

    /** What we and the bank say in the end, and what the client was told. */
    private record End(String ours, String bank, List<String> told) {}

    private record Killed(String payout, String reference, What what, When when) {}

    private static final End WAITS =
            new End("AWAITING_AUTHORIZATION", "QUEUED", List.of("payment.created AWAITING_AUTHORIZATION -"));

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** One of its own: another node would take its work to another bank. */
    private final RunningStack stack = StackResource.stack("target/stack-of-the-killed");

    private final Books books = new Books(stack);
    private final Set<String> known = new HashSet<>();
    private final List<Killed> killed = new ArrayList<>();
    private BankProcess bank;
    private CallsOnHold calls;
    private int port;
    private Product product;
    private Dashboard controller;
    private Api api;
    private String account;
    private String destination;

    @Test
    void wherever_they_are_killed_each_payout_ends_as_the_bank_says_and_is_paid_once() throws Exception {
        try (var process = new BankProcess();
                var way = new CallsOnHold(URI.create(process.address()));
                var chromium = Chromium.launch();
                var first = chromium.browser().newContext();
                var second = chromium.browser().newContext()) {
            bank = process;
            calls = way;
            port = Product.freePort();
            start();
            found(first, second);
            for (var withTheBank : List.of(false, true)) {
                for (var what : What.values()) {
                    for (var when : When.values()) {
                        killAt(what, when, withTheBank);
                    }
                }
            }
            assertThat(killed).hasSize(24);
            // Codes that nobody gave are worthless from here on, and what was accepted settles.
            bank.advance("PT6M");
            assertThat(killed).allSatisfy(this::endedAsItMust);
        } finally {
            stop();
        }
    }

    private void stop() throws IOException, InterruptedException {
        if (product != null) {
            product.close();
        }
        stack.stop();
    }

    private void start() throws Exception {
        product = Product.start(
                stack,
                port,
                "-Dsarf.bank.sandbox.url=" + calls.address(),
                "-Dsarf.bank.sandbox.key=" + BankProcess.KEY,
                "-Dsarf.authorization.sign-in-age=2h");
    }

    private void found(BrowserContext first, BrowserContext second) {
        var owner = new Dashboard(product.host(), first, stack);
        owner.signUpAndFound(Person.named("Laila", "Darwish"), "Jasmine Freight");
        owner.optIn();
        api = new Api(product.host(), owner.application(), owner.createClientSecret());
        var users = owner.testUsers();
        owner.connect(users.get(0), true);
        destination = api.createDestination();
        account = owner.accountId();
        var person = Person.named("Omar", "Fares");
        owner.inviteFinancialController(person);
        controller = new Dashboard(product.host(), second, stack);
        controller.joinByInvitation(person, "Laila Darwish invites you to Jasmine Freight on Sarf");
        controller.optIn();
        controller.connect(users.get(1), false);
    }

    private void killAt(What what, When when, boolean withTheBank) throws Exception {
        var where = when == When.BEFORE_THE_BANK_HEARS
                ? CallsOnHold.Where.BEFORE_THE_BANK
                : CallsOnHold.Where.AFTER_THE_BANK;
        // Of a payout that was there before, the next process may make the same call.
        var others = Set.copyOf(known);
        Predicate<String> which =
                call -> what.call.test(call) && others.stream().noneMatch(call::contains);
        var amount = (100 + killed.size()) + ".00";
        String payout;
        CallsOnHold.Held held;
        if (what == What.QUEUE || what == What.AUTHORIZE) {
            held = calls.hold(which, where);
            payout = api.pay(account, destination, amount, what == What.AUTHORIZE);
        } else {
            payout = api.pay(account, destination, amount, false);
            await(payout, "AWAITING_AUTHORIZATION");
            held = what == What.CANCEL ? cancels(payout, which, where) : givesTheCode(payout, which, where);
        }
        held.await();
        if (when == When.WHILE_RECORDING) {
            killWhileRecording(held);
        } else {
            product.kill();
        }
        held.othersPass();
        if (withTheBank) {
            bank.killAndStartAgain();
        }
        var reference = books.payout(payout, "reference");
        known.add(reference);
        killed.add(new Killed(payout, reference, what, when));
        start();
    }

    /** The answer arrives, the product writes, and its last row waits for the database when the process is killed. */
    private void killWhileRecording(CallsOnHold.Held held) throws Exception {
        // The product's own account may not lock tables; the owner of the tables may.
        try (var connection = database("quarkus.flyway");
                var statement = connection.createStatement()) {
            statement.execute("LOCK TABLES journal_pending WRITE");
            held.goesOn();
            Eventually.get("a write that waits", () -> waits() ? Optional.of(true) : Optional.empty());
            product.kill();
            statement.execute("UNLOCK TABLES");
        }
    }

    private boolean waits() {
        try (var connection = database("quarkus.datasource");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM information_schema.processlist"
                        + " WHERE LOWER(info) LIKE 'insert into journal_pending%'")) {
            rows.next();
            return rows.getInt(1) > 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** @param account of whom the stack has user name and password */
    private Connection database(String account) throws SQLException {
        return DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get(account + ".username"),
                stack.get(account + ".password"));
    }

    private CallsOnHold.Held cancels(String payout, Predicate<String> which, CallsOnHold.Where where) {
        var token = api.token();
        var held = calls.hold(which, where);
        send(HttpRequest.newBuilder(URI.create(product.host() + "/payouts/v1/payments/" + payout + "/cancellation"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody()));
        return held;
    }

    private CallsOnHold.Held givesTheCode(String payout, Predicate<String> which, CallsOnHold.Where where)
            throws Exception {
        controller.open("/payouts/" + payout);
        var window = UUID.randomUUID();
        var begun = controller.post(
                "/payouts/authorizations",
                "id=" + window + "&payout=" + payout + ":" + books.payout(payout, "revision"));
        assertThat(begun.headers().get("location")).contains(window.toString());
        controller.open("/authorizations/" + window);
        var page = controller.page();
        var token = page.locator("input[name='csrf-token']").first().inputValue();
        var cookies = page.context().cookies(product.host()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        var held = calls.hold(which, where);
        send(HttpRequest.newBuilder(URI.create(controller.base() + "/authorizations/" + window + "/code"))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf-token=" + token + "&otp=1111")));
        return held;
    }

    /** Nobody waits for the answer: who would give it is killed. */
    private static void send(HttpRequest.Builder request) {
        var unused = HttpClient.newHttpClient().sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private void await(String payout, String status) {
        Eventually.get(
                payout + " " + status,
                PATIENCE,
                () -> standing(payout).equals(status) ? Optional.of(true) : Optional.empty());
    }

    /** The outcome, once there is one. */
    private String standing(String payout) {
        try {
            var outcome = books.payout(payout, "outcome");
            return outcome.equals("null") ? books.payout(payout, "status") : outcome;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void endedAsItMust(Killed one) throws Exception {
        var end = end(one);
        await(one.payout(), end.ours());
        var order = bank.order(one.reference());
        assertThat(order.state()).isEqualTo(end.bank());
        assertThat(order.calls()).isEqualTo(1);
        assertThat(order.violations()).isZero();
        assertThat(order.payments()).isEqualTo(end.bank().equals("PROCESSED") ? 1 : 0);
        Eventually.get(
                "the events of " + one,
                () -> told(one).size() >= end.told().size() ? Optional.of(true) : Optional.empty());
        assertThat(told(one)).as(one.toString()).isEqualTo(end.told());
    }

    private static End end(Killed one) {
        var never = one.when() == When.BEFORE_THE_BANK_HEARS;
        return switch (one.what()) {
            case QUEUE -> WAITS;
            // Announced at the first verdict, and there was none.
            case AUTHORIZE -> never ? new End(WAITS.ours(), WAITS.bank(), List.of()) : paid("payment.created");
            case CANCEL ->
                new End("CANCELLED", "TAKEN_BACK", List.of(WAITS.told().get(0), "payment.updated FAILED -"));
            case CODE -> never ? WAITS : paid(WAITS.told().get(0), "payment.updated");
        };
    }

    /** @param before what the client was told before, the last of it the type of what it is told at the verdict */
    private static End paid(String... before) {
        var told = new ArrayList<>(Arrays.asList(before));
        told.add(told.remove(told.size() - 1) + " ACCEPTED_BY_BANK -");
        told.add("payment.updated ACCEPTED_BY_BANK PROCESSED");
        return new End("PROCESSED", "PROCESSED", told);
    }

    private List<String> told(Killed one) {
        return api.events().stream()
                .filter(event -> event.at("/payload/intent_id").asText().equals(one.payout()))
                .map(event -> String.format(
                        Locale.ROOT,
                        "%s %s %s",
                        event.get("type").asText(),
                        event.at("/payload/status").asText(),
                        event.at("/payload/post_initiation_status").asText("-").replace("null", "-")))
                .toList();
    }
}
