package io.sarf.payouts.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Ibans;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From sign-up to the last cent, as the people and the back end of one company live through it. */
@QuarkusIntegrationTest
@QuarkusTestResource(StackResource.class)
class PayoutStoryIT {
    private static final String IBAN = Ibans.fresh();

    private static Chromium chromium;

    @TestHTTPResource("/")
    URL product;

    @BeforeAll
    static void start() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void a_company_signs_up_connects_its_bank_and_pays_by_api_and_by_hand() throws Exception {
        var host = "http://localhost:" + product.getPort();
        try (var receiver = new WebhookReceiver();
                var ownersBrowser = chromium.browser().newContext();
                var staffBrowser = chromium.browser().newContext();
                var controllersBrowser = chromium.browser().newContext();
                var strangersBrowser = chromium.browser().newContext()) {
            var owner = new Dashboard(host, ownersBrowser);
            owner.signUpAndFound(Person.named("Amal", "Haddad"), "Northwind Trading");
            owner.inspect("getting-started");

            asksForAccessAndGetsIt(host, owner, new Dashboard(host, staffBrowser));
            owner.optIn();
            var webhookSecret = addsWebhookEndpoint(owner, receiver);
            var clientSecret = owner.createClientSecret();
            var testUsers = owner.testUsers();
            owner.connect(testUsers.get(0), true);
            holdsTheBankToItsWord(owner, receiver, webhookSecret);

            var api = new Api(host, owner.application(), clientSecret);
            assertThat(owner.open("/payouts/source").text())
                    .contains("Account ids appear once there is a first destination");
            var destination = api.createDestination(IBAN);
            var account = owner.accountId();
            var waiting = api.pay(account, destination, "1250.75", false);
            var automatic = api.pay(account, destination, "315.20", true);
            automaticIsProcessed(receiver, automatic, webhookSecret);
            receiver.await(
                    "payment.created of the waiting one",
                    one -> one.type().equals("payment.created")
                            && one.payload().get("intent_id").asText().equals(waiting));

            connectorIsRefused(owner, waiting);

            var basma = Person.named("Basma", "Nasser");
            var controller = invitesAFinancialController(host, owner, controllersBrowser, basma, testUsers.get(1));
            var again = new SignInAgain(controllersBrowser, basma, controller.faults());
            authorizes(controller, again, waiting, receiver, webhookSecret);
            var byHand = paysByHand(owner, controller, account);
            strangersSeeNothing(host, new Dashboard(host, strangersBrowser), owner, waiting, destination);
            eachIsProcessed(receiver, List.of(waiting, automatic, byHand));
            everyPage(owner, controller, waiting, destination);
            booksAgree(owner.application());
            assertThat(owner.faults()).isEmpty();
            assertThat(controller.faults()).isEmpty();
        }
    }

    private void asksForAccessAndGetsIt(String host, Dashboard owner, Dashboard staff) {
        owner.look("/payouts", "not-enabled");
        owner.submit();
        staff.signIn(Person.representative(StackResource.stack()), "/representative");
        staff.inspect("representative");
        staff.page().locator("a[href$='" + owner.application() + "']").first().click();
        var form = staff.page().locator("form[action$='/sandbox/payouts']");
        form.locator("textarea").fill("Contract signed");
        form.locator("[type=submit]").click();
        staff.page().waitForURL("**/applications/**");
        staff.inspect("representative-application");
    }

    private String addsWebhookEndpoint(Dashboard owner, WebhookReceiver receiver) {
        owner.look("/webhooks/new", "webhook-new");
        owner.fill(Map.of("url", receiver.url()));
        owner.page().locator("main form button.btn-primary").last().click();
        return owner.page().locator("[data-copy^=whsec_]").getAttribute("data-copy");
    }

    private void holdsTheBankToItsWord(Dashboard owner, WebhookReceiver receiver, String secret) throws Exception {
        var delivery = receiver.await("payment_source.created");
        var example = new ObjectMapper().readTree(seedExample());
        assertThat(names(delivery.json())).isEqualTo(names(example));
        assertThat(names(delivery.payload())).isEqualTo(names(example.get("payload")));
        assertThat(delivery.json().get("message").asText())
                .isEqualTo(example.get("message").asText());
        assertThat(delivery.payload().get("bank_identifier").asText()).isEqualTo("SANDBOX_SME_UAE");
        assertThat(delivery.payload().get("status").asText()).isEqualTo("ACTIVE");
        verified(delivery, secret);
    }

    /** The fields of the page that started the project, in its order. */
    private static String seedExample() {
        return """
                { "payload": { "id": "a5c6b1ca-2a1a-317f-9920-7e1bf42ad945",
                    "customer_id": "d3fdefba-95cf-4522-83e6-998c8b809e66", "status": "ACTIVE",
                    "bank_identifier": "ENBD_SME_UAE", "bank_name": "Emirates NBD Business",
                    "end_user_id": "93b89ff7-528e-46bc-9836-8d3746a2147f" },
                  "type": "payment_source.created",
                  "message": "A payment source was pre-authorized by your customer.",
                  "timestamp": "2022-09-15T16:10:07.968233222Z",
                  "event_id": "f0dbbcf6-d5cf-4303-9537-17db781e5b42" }
                """;
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void verified(WebhookReceiver.Delivery delivery, String secret) throws Exception {
        delivery.verifyStandard(secret);
        assertThat(delivery.headers().firstValue("lean-signature")).contains(delivery.leanSignature(secret));
    }

    private void automaticIsProcessed(WebhookReceiver receiver, String intent, String secret) throws Exception {
        var created = receiver.await(
                "payment.created of the automatic one",
                one -> one.type().equals("payment.created")
                        && one.payload().get("intent_id").asText().equals(intent));
        assertThat(created.payload().get("status").asText()).isEqualTo("ACCEPTED_BY_BANK");
        verified(created, secret);
        assertThat(processed(receiver, intent).payload().get("failure_code").isNull())
                .isTrue();
    }

    private static WebhookReceiver.Delivery processed(WebhookReceiver receiver, String intent) {
        return receiver.await(
                "payment.updated to PROCESSED of " + intent,
                one -> one.type().equals("payment.updated")
                        && one.payload().get("intent_id").asText().equals(intent)
                        && one.payload().get("post_initiation_status").asText().equals("PROCESSED"));
    }

    private void connectorIsRefused(Dashboard owner, String intent) {
        owner.open("/payouts/" + intent);
        assertThat(owner.page().content()).contains("You connected the default authorizer");
        var button = owner.page().locator("form[action$='/authorization-reviews'] button");
        assertThat(button.isDisabled()).isTrue();
        var byHand = owner.post("/payouts/authorizations", "payout=" + intent + ":2");
        assertThat(byHand.status()).isEqualTo(303);
        owner.open("/payouts/" + intent);
        assertThat(owner.page().content()).contains("You connected the default authorizer");
        assertThat(owner.page().content()).contains("Awaiting authorization");
    }

    private Dashboard invitesAFinancialController(
            String host,
            Dashboard owner,
            com.microsoft.playwright.BrowserContext browser,
            Person person,
            String[] user) {
        owner.look("/team", "team");
        owner.inviteFinancialController(person);
        var controller = new Dashboard(host, browser);
        controller.joinByInvitation(person, "Amal Haddad invites you to Northwind Trading on Sarf");
        assertThat(controller.open("/webhooks").status()).isEqualTo(403);
        controller.optIn();
        controller.connect(user, false);
        return controller;
    }

    private void authorizes(
            Dashboard controller, SignInAgain again, String intent, WebhookReceiver receiver, String secret)
            throws Exception {
        controller.look("/payouts", "payouts");
        controller.page().locator("input[name=payout][value='" + intent + "']").check();
        controller.picture("payouts-selected");
        controller.page().navigate(again.selects(controller.base(), intent));
        confirmWithCode(controller, "1,250.75");
        verified(
                receiver.await(
                        "payment.updated of the authorized one",
                        one -> one.type().equals("payment.updated")
                                && one.payload().get("intent_id").asText().equals(intent)
                                && one.payload().get("status").asText().equals("ACCEPTED_BY_BANK")),
                secret);
    }

    private void confirmWithCode(Dashboard controller, String amount) {
        var page = controller.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me the code"))
                .click();
        page.locator("input[name=otp]").waitFor();
        assertThat(page.content()).contains(amount);
        controller.picture("authorize-code");
        // As a page of its own: what a reload shows.
        var window =
                page.locator("form[action$='/code']").getAttribute("action").replaceAll("/code$", "");
        page.navigate(URI.create(page.url()).resolve(window).toString());
        page.locator("input[name=otp]").fill("9999");
        page.locator("main button:has-text('Authorize AED')").click();
        page.locator("text=That code is not right").waitFor();
        assertThat(page.locator("[id=otp]").count()).as("inputs for one code").isEqualTo(1);
        page.locator("input[name=otp]").fill("١١١١");
        page.locator("main button:has-text('Authorize AED')").click();
        page.locator("main .state", new Page.LocatorOptions().setHasText("Accepted by the bank"))
                .first()
                .waitFor();
        controller.picture("authorize-result");
    }

    /** New destination and new payout in the dashboard; the second person authorizes. Returns the payout's id. */
    private String paysByHand(Dashboard owner, Dashboard controller, String account) {
        var iban = Ibans.fresh();
        owner.look("/destinations/new", "destination-new");
        owner.fill(Map.of("name", "Noor", "iban", "AE070331234567890123457"));
        owner.submit();
        assertThat(owner.page().content()).contains("two words");
        assertThat(owner.page().locator("[name=name]").inputValue()).isEqualTo("Noor");
        owner.fill(Map.of(
                "name", "Noor Stationery",
                "display_name", "City Utilities",
                "iban", iban.replaceAll("(.{4})", "$1 "),
                "address", "1 Souk Street",
                "city", "Dubai",
                "country", "ARE",
                "currency_iso_code", "AED"));
        owner.submit();
        owner.page().waitForURL(url -> url.matches(".*/destinations/[0-9a-f-]{36}"));
        owner.inspect("destination");
        var destination = owner.page().url().replaceAll(".*/", "");
        editsThePayee(owner, iban);

        owner.look("/payouts/new?destination=" + destination, "payout-new");
        owner.fill(Map.of("account", account, "amount", "2,080.005", "description", "PO 2044"));
        owner.submit();
        assertThat(owner.page().content()).contains("AED has 2 decimals");
        owner.fill(Map.of("amount", "2,080.00"));
        owner.submit();
        assertThat(owner.page().content()).contains("two thousand eighty");
        owner.inspect("payout-review");
        owner.submit();
        owner.page().waitForURL(url -> url.matches(".*/payouts/[0-9a-f-]{36}"));
        var id = owner.page().url().replaceAll(".*/", "");
        Eventually.get("authorize button", () -> {
            controller.open("/payouts/" + id);
            return controller
                                    .page()
                                    .locator("form[action$='/authorization-reviews'] button:enabled")
                                    .count()
                            > 0
                    ? Optional.of(true)
                    : Optional.empty();
        });
        controller
                .page()
                .locator("form[action$='/authorization-reviews'] button")
                .click();
        confirmWithCode(controller, "2,080.00");
        return id;
    }

    /** The same payee with another address: shown beside the stored one, and updated when the person says so. */
    private static void editsThePayee(Dashboard owner, String iban) {
        var url = owner.page().url();
        owner.open("/destinations/new");
        owner.fill(Map.of(
                "name", "Noor Stationery",
                "iban", iban,
                "address", "2 Souk Street",
                "city", "Dubai",
                "country", "ARE",
                "currency_iso_code", "AED"));
        owner.submit();
        owner.inspectLightAndDark("destination-difference");
        owner.submit();
        owner.page().waitForURL(url);
        assertThat(owner.page().content()).contains("2 Souk Street", "Noor Stationery", "City Utilities");
        owner.page().locator("a[href$='/changes/new']").click();
        owner.inspectLightAndDark("destination-change");
        owner.fill(Map.of("city", "Abu\u202e Dhabi"));
        owner.submit();
        owner.inspect("destination-change-refused");
        owner.fill(Map.of("city", "Dubai", "account_number", "12345"));
        owner.submit();
        owner.page().waitForURL(url);
        Eventually.get("bank's answer", () -> {
            owner.page().reload();
            return owner.page().content().contains(">Active<") ? Optional.of(true) : Optional.empty();
        });
        owner.inspect("destination-edited");
    }

    private void strangersSeeNothing(
            String host, Dashboard stranger, Dashboard owner, String payout, String destination) {
        stranger.signUpAndFound(Person.named("Ziad", "Other"), "Elsewhere");
        var own = stranger.base();
        for (var path : List.of("/payouts", "/payouts/" + payout, "/destinations/" + destination, "/team")) {
            assertThat(stranger.in(owner.base()).open(path).status()).as(path).isEqualTo(404);
        }
        // Inside the stranger's own application the ids of others are just as unknown, once payouts are enabled.
        assertThat(stranger.in(own).open("/getting-started").status()).isEqualTo(200);
        assertThat(given().get(host + "/payouts/v1/intents/" + payout).statusCode())
                .isEqualTo(401);
    }

    private void eachIsProcessed(WebhookReceiver receiver, List<String> intents) {
        intents.forEach(intent -> {
            processed(receiver, intent);
            var told = receiver.of(intent).stream()
                    .map(one -> one.type() + " " + one.payload().get("status").asText())
                    .toList();
            assertThat(told)
                    .as("one payment.created for each")
                    .filteredOn(type -> type.startsWith("payment.created"))
                    .hasSize(1);
        });
    }

    private void everyPage(Dashboard owner, Dashboard controller, String payout, String destination) {
        owner.look("/payouts", "payouts-paid");
        owner.look("/payouts/" + payout, "payout");
        owner.look("/destinations", "destinations");
        owner.look("/destinations/" + destination, "destination-api");
        owner.look("/connections", "connections");
        owner.look("/webhooks", "webhooks");
        owner.look("/activity", "activity");
        requests(owner);
        owner.look("/getting-started", "getting-started-done");
        owner.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        owner.look("/payouts", "payouts-dark");
        owner.look("/payouts/" + payout, "payout-dark");
        owner.look("/integration/requests", "requests-dark");
        owner.page().locator("a.row-link").first().click();
        owner.inspect("request-dark");
        assertThat(controller.open("/activity").status()).isEqualTo(200);
    }

    /** What the back end did is there to be read, without the account number it sent. */
    private void requests(Dashboard owner) {
        owner.look("/integration/requests", "requests");
        owner.look("/integration/requests?status=5", "requests-none");
        owner.open("/integration/requests?path=destinations");
        owner.page().locator("a.row-link").first().click();
        owner.inspect("request");
        assertThat(owner.page().content()).contains("…" + IBAN.substring(19)).doesNotContain(IBAN);
    }

    private static void booksAgree(String application) throws Exception {
        var books = new Books(StackResource.stack());
        var ours = books.ours(application);
        assertThat(ours).hasSize(3);
        assertThat(books.theirs(ours.keySet())).isEqualTo(ours);
        for (var reference : ours.keySet()) {
            assertThat(books.orderCalls(reference)).isEqualTo(1);
        }
    }
}
