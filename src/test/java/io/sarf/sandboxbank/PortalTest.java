package io.sarf.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortalTest {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final MovableClock CLOCK = new MovableClock();
    private static Bank books;
    private static SandboxBank running;

    private HttpClient browser;
    private String csrf = "";

    @BeforeAll
    static void open() {
        SandboxBankSettings settings = TestDatabase.settings(TestDatabase.newSchema(), CLOCK);
        books = new Bank(settings);
        running = SandboxBank.start(settings);
        books.testUsers.open("app", "Acme <b>Trading</b>");
    }

    @AfterAll
    static void close() {
        running.close();
        books.close();
    }

    @BeforeEach
    void newBrowser() throws Exception {
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        get("/portal");
    }

    @Test
    void anAuthorizerSignsInWithACodeAndSeesAccountsAndStatement() throws Exception {
        String page = signIn(user(TestUserKind.AUTHORIZER));
        assertThat(page).contains("Current account", "Payroll account", "AED ");

        Matcher link = Pattern.compile("/portal/accounts/[^\"]+").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(get(link.group())).contains("Opening balance");
    }

    @Test
    void aPageSaysThatNothingForeignMayRunInIt() throws Exception {
        HttpResponse<String> page = browser.send(request("/portal").build(), BodyHandlers.ofString());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script", "style=");
    }

    @Test
    void aFormFromSomewhereElseIsRefused() throws Exception {
        csrf = "guessed";

        assertThat(status("/portal/session", "bank=SANDBOX_SME_UAE&user_name=a&password=b"))
                .isEqualTo(403);
    }

    @Test
    void aWrongCodeIsAskedForAgainAndNothingIsShownBefore() throws Exception {
        BankUser user = user(TestUserKind.AUTHORIZER);
        post("/portal/session", form(user));
        assertThat(post("/portal/session/code", "otp=9999")).contains("That is not the code");
        assertThat(get("/portal/payments")).contains("Sign in");
    }

    @Test
    void aCodeMayBeTypedInArabicDigits() throws Exception {
        BankUser user = user(TestUserKind.AUTHORIZER);
        post("/portal/session", form(user));
        assertThat(post("/portal/session/code", "otp=%D9%A1%D9%A1+%D9%A1%D9%A1"))
                .doesNotContain("That is not the code");
        assertThat(get("/portal/payments")).doesNotContain("Sign in");
    }

    @Test
    void credentialsThatAreHeldCanNoLongerBeUsedHere() throws Exception {
        BankUser user = books.testUsers.add("app", SimulatedBank.SANDBOX_SME_UAE, TestUserKind.AUTHORIZER, null);
        signIn(user);
        books.sessions.hold(SimulatedBank.SANDBOX_SME_UAE, login(user));

        assertThat(get("/portal/payments")).contains("Sign in");
        assertThat(post("/portal/session", form(user))).contains("can no longer be used");
    }

    @Test
    void aMakerSeesWaitingPaymentsButCannotApproveThem() throws Exception {
        PaymentOrder order = queued(true);
        String page = signInAndGet(user(TestUserKind.MAKER), "/portal/payments");
        assertThat(page).contains("Noor Hadid").doesNotContain("Approve selected");

        post("/portal/payments/decision", "decision=approve&reference=" + order.reference());
        assertThat(state(order)).isEqualTo(OrderState.QUEUED);
    }

    @Test
    void anAuthorizerApprovesAndRejectsWhatIsMarkedForThePortal() throws Exception {
        PaymentOrder one = queued(true);
        PaymentOrder other = queued(true);
        PaymentOrder hidden = queued(false);
        signInAndGet(user(TestUserKind.AUTHORIZER), "/portal/payments");

        post(
                "/portal/payments/decision",
                "decision=approve&reference=" + one.reference() + "&reference=" + hidden.reference());
        post("/portal/payments/decision", "decision=reject&reference=" + other.reference());

        assertThat(state(one)).isEqualTo(OrderState.ACCEPTED);
        assertThat(state(other)).isEqualTo(OrderState.REFUSED_BY_APPROVER);
        assertThat(state(hidden)).isEqualTo(OrderState.QUEUED);
    }

    private static PaymentOrder queued(boolean inPortal) {
        BankUser maker = user(TestUserKind.MAKER);
        return books.database.transact(tx -> {
            String beneficiary = books.beneficiaries
                    .add(tx, maker, Ids.of("b"), "Noor Hadid", SimulatedBank.SANDBOX_SME_UAE.ibanEnding("7777"))
                    .path("bank_id")
                    .asText();
            String account = BankUsers.accounts(tx, maker).get(0).id();
            var asked = new NewOrder(
                    login(maker), account, beneficiary, "12.00", "AED", "Salary", inPortal, null, Instant.EPOCH);
            return books.orders.insert(tx, maker, Ids.of("r"), asked, asked.money(), Orders.Beginning.queued());
        });
    }

    private static OrderState state(PaymentOrder order) {
        return books.database
                .transact(tx -> books.orders.find(tx, order.bank(), order.reference()))
                .orElseThrow()
                .state();
    }

    private static BankUser user(TestUserKind kind) {
        return books.testUsers.list("app").stream()
                .filter(user -> user.kind() == kind && user.bank() == SimulatedBank.SANDBOX_SME_UAE && !user.held())
                .findFirst()
                .orElseThrow();
    }

    private static Login login(BankUser user) {
        return new Login(user.userName(), user.password());
    }

    private static String form(BankUser user) {
        return "bank=" + user.bank() + "&user_name=" + user.userName() + "&password=" + user.password();
    }

    private String signInAndGet(BankUser user, String path) throws Exception {
        signIn(user);
        return get(path);
    }

    private String signIn(BankUser user) throws Exception {
        post("/portal/session", form(user));
        return post("/portal/session/code", "otp=1111");
    }

    private String get(String path) throws IOException, InterruptedException {
        return remember(browser.send(request(path).build(), BodyHandlers.ofString()));
    }

    private String post(String path, String form) throws IOException, InterruptedException {
        return remember(sent(path, form));
    }

    private int status(String path, String form) throws IOException, InterruptedException {
        return sent(path, form).statusCode();
    }

    private HttpResponse<String> sent(String path, String form) throws IOException, InterruptedException {
        String body = form + "&csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(running.address() + path));
    }

    private String remember(HttpResponse<String> page) {
        Matcher found = CSRF.matcher(page.body());
        if (found.find()) {
            csrf = found.group(1);
        }
        return page.body();
    }
}
