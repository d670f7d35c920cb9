package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.IdentityProvider;
import io.sarf.testing.KeycloakAdmin;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People in browsers, and two nodes of the product: what ends on one has ended on the other. */
class SessionsIT {
    private final Person amal = Person.named("Amal", "Haddad");
    private final Person basma = Person.named("Basma", "Nasser");

    private Product one;
    private Product other;
    private Dashboard owner;

    @Test
    void a_session_ends_everywhere_at_once_and_what_was_typed_is_kept() throws Exception {
        var stack = StackResource.stack();
        try (var chromium = Chromium.launch();
                var ownersBrowser = chromium.browser().newContext();
                var ownersPhone = chromium.browser().newContext();
                var controllersBrowser = chromium.browser().newContext();
                var first = Product.start(stack, Product.freePort());
                var second = Product.start(stack, Product.freePort())) {
            one = first;
            other = second;
            owner = new Dashboard(one.host(), ownersBrowser);
            owner.signUpAndFound(amal, "Gulf Harvest");
            assertThat(status(owner, other)).isEqualTo(200);
            aFormIsKept();
            tokensAreRenewed();
            var phone = new Dashboard(one.host(), ownersPhone).in(owner.base());
            phone.signIn(amal, "/dashboard");
            aSessionIsEnded(phone);
            theProviderEndsOne(phone);
            everywhere(phone);
            theLastCodeIsRefused(new Dashboard(other.host(), controllersBrowser));
            assertThat(owner.faults()).isEmpty();
        }
    }

    /** Typed for long enough that the session is over. */
    private void aFormIsKept() throws SQLException {
        owner.open("/team/invitations/new");
        owner.page().locator("#email").fill("omar@people.example, huda@people.example");
        owner.page().locator("#role-developer").check();
        runsOut(amal);
        owner.page().locator("main form [type=submit].btn-primary").click();
        owner.page().waitForURL("**/kept-form");
        owner.page().getByText("This was not sent yet").first().waitFor();
        owner.inspectLightAndDark("kept-form");
        new Keyboard(owner.page()).tabTo("main form [type=submit]");
        owner.page().keyboard().press("Enter");
        owner.page().getByText("2 people are invited.").first().waitFor();

        // It was sent once, and waits no more to be sent; what was typed can still be taken back.
        owner.page().navigate(one.host() + "/kept-form");
        owner.page().getByText("This was sent from here already").first().waitFor();
        assertThat(owner.page().locator("main form .btn-primary").count()).isZero();
        owner.inspect("kept-form-sent");

        owner.open("/team/invitations/new");
        owner.page().locator("#email").fill("nora@people.example");
        owner.page().locator("#role-admin").check();
        runsOut(amal);
        owner.page().locator("main form [type=submit].btn-primary").click();
        owner.page().waitForURL("**/kept-form");
        owner.page().locator("main a.btn").first().click();
        owner.page().waitForURL("**/team/invitations/new");
        assertThat(owner.page().locator("#email").inputValue()).isEqualTo("nora@people.example");
        assertThat(owner.page().locator("#role-admin").isChecked()).isTrue();
        assertThat(owner.page().locator("#role-developer").isChecked()).isFalse();

        // What scripts ask for goes the same way, with the whole window.
        owner.open("/integration/test-users");
        runsOut(amal);
        owner.page().locator("details[data-confirm] > summary").first().click();
        owner.page().locator("details[data-confirm][open] button[type=submit]").click();
        owner.page().waitForURL("**/kept-form");
        owner.page().locator("main a.btn").first().click();
        owner.page().waitForURL("**/integration/test-users");
    }

    /** The provider confirms the session again and again; for the browser it stays the same one. */
    private void tokensAreRenewed() throws Exception {
        var keycloak = new KeycloakAdmin(StackResource.stack());
        keycloak.tokensLive("5");
        runsOut(amal);
        owner.open("/team");
        var secret = secret();
        var seen = new HashSet<String>();
        Eventually.get("tokens that were renewed twice", () -> {
            owner.open("/team");
            seen.add(tokens());
            return seen.size() > 2 ? Optional.of(true) : Optional.empty();
        });
        assertThat(secret()).isEqualTo(secret);
        // Whoever leaves with a request that renews the tokens first has left as well.
        var runOut = Instant.now().plusSeconds(6);
        Eventually.get("ID token that has run out", () -> Optional.of(runOut).filter(Instant.now()::isAfter));
        var page = owner.page();
        page.locator(".rail .person summary").click();
        page.locator(".rail .person button[type=submit]").click();
        page.waitForURL(one.host() + "/");
        assertThat(tokens()).isEmpty();
        keycloak.tokensLive("");
        owner.signIn(amal, "/dashboard");
    }

    /** What the browser keeps of its session. */
    private String secret() {
        return owner.page().context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .findFirst()
                .orElseThrow()
                .value;
    }

    /** What the provider gave, sealed anew each time it is kept; empty where no session lives. */
    private String tokens() {
        try (var database = database();
                var statement =
                        database.prepareStatement("select hex(tokens) from session where expires_at > utc_timestamp()"
                                + " and ended_at is null and person = (select id from person where email = ?)")) {
            statement.setString(1, amal.email());
            var rows = statement.executeQuery();
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void aSessionIsEnded(Dashboard phone) {
        var page = owner.page();
        page.navigate(one.host() + "/profile/sessions");
        page.getByText("this browser").first().waitFor();
        assertThat(page.locator("main tbody tr").count()).isEqualTo(2);
        owner.inspectLightAndDark("sessions");
        page.locator("main tbody form button").click();
        page.getByText("Signed out there.").first().waitFor();
        assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
        assertThat(status(phone, other)).isEqualTo(302);
    }

    private void theProviderEndsOne(Dashboard phone) throws Exception {
        var keycloak = new KeycloakAdmin(StackResource.stack());
        phone.page().navigate(one.host() + "/dashboard");
        assertThat(status(phone, other)).isEqualTo(200);
        keycloak.backChannel(one.host() + "/sign-out/back-channel");
        keycloak.endSessions(amal.email());
        assertThat(status(phone, other)).isEqualTo(302);
        assertThat(status(owner, other)).isEqualTo(302);
        assertThat(forgedLogout()).isEqualTo(400);
    }

    /** Signed by nobody the product knows. */
    private int forgedLogout() {
        var token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbnlib2R5In0.";
        return owner.page()
                .request()
                .post(
                        one.host() + "/sign-out/back-channel",
                        RequestOptions.create().setForm(FormData.create().set("logout_token", token)))
                .status();
    }

    private void everywhere(Dashboard phone) {
        var provider = new IdentityProvider(StackResource.stack());
        for (var dashboard : new Dashboard[] {owner, phone}) {
            dashboard.page().navigate(one.host() + "/profile/sessions");
            provider.signIn(dashboard.page(), amal);
        }
        var page = owner.page();
        page.locator("main details[data-confirm] > summary").click();
        owner.inspectLightAndDark("sign-out-everywhere");
        page.locator("main details[data-confirm] button[type=submit]").click();
        page.waitForURL(one.host() + "/");
        assertThat(status(owner, one)).isEqualTo(302);
        assertThat(status(phone, one)).isEqualTo(302);
        assertThat(status(phone, other)).isEqualTo(302);
        page.navigate(one.host() + "/dashboard");
        provider.signIn(page, amal);
    }

    /** The role is taken away at one node while the code is typed at the other. */
    private void theLastCodeIsRefused(Dashboard controller) throws Exception {
        owner.optIn();
        var api = new Api(one.host(), owner.application(), owner.createClientSecret());
        var users = owner.testUsers();
        owner.connect(users.get(0), true);
        owner.inviteFinancialController(basma);
        controller.joinByInvitation(basma, "Amal Haddad invites you to Gulf Harvest on Sarf");
        controller.in(other.host() + URI.create(controller.base()).getPath());
        controller.optIn();
        controller.connect(users.get(1), false);
        var destination = api.createDestination();
        var payout = api.pay(owner.accountId(), destination, "48.20", false);
        controller.awaitsCode(payout);

        owner.open("/team");
        owner.page().locator("main a:has-text('Basma Nasser')").first().click();
        owner.page().locator("#role-controller").uncheck();
        owner.submit();
        owner.page().getByText("The roles of Basma Nasser are saved.").first().waitFor();

        var page = controller.page();
        page.locator("input[name=otp]").fill("1111");
        page.locator("dialog[open] button:has-text('Authorize AED')").click();
        page.getByText("These roles have it: Financial Controller").first().waitFor();
        assertThat(new Books(StackResource.stack()).payout(payout, "status")).isEqualTo("AUTHORIZING");
    }

    /** What a request with the cookies of a browser is answered, at either node. */
    private static int status(Dashboard dashboard, Product node) {
        return dashboard
                .page()
                .request()
                .get(
                        node.host() + URI.create(dashboard.base()).getPath() + "/getting-started",
                        RequestOptions.create().setMaxRedirects(0))
                .status();
    }

    private static Connection database() throws SQLException {
        var stack = StackResource.stack();
        return DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.datasource.username"),
                stack.get("quarkus.datasource.password"));
    }

    private static void runsOut(Person person) throws SQLException {
        try (var database = database();
                var statement =
                        database.prepareStatement("update session set expires_at = started_at where ended_at is null"
                                + " and person = (select id from person where email = ?)")) {
            statement.setString(1, person.email());
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
