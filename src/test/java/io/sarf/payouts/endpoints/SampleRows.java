package io.sarf.payouts.endpoints;

import static io.restassured.RestAssured.given;
import static io.sarf.payouts.endpoints.Companies.require;
import static org.hamcrest.Matchers.lessThan;

import io.sarf.payouts.application.Environment;
import io.sarf.payouts.authorization.SavedSelections;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Role;
import io.sarf.testing.Eventually;
import io.sarf.testing.Ibans;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Fills a company: a member for each role, and a row of every kind that an address can name. */
final class SampleRows {
    static final String CONTROLLER = "a Financial Controller";
    static final String NOT_OPTED_IN = "a Financial Controller who has not opted in";
    static final String OWNER = "an Owner";

    /** Who is paid here and nowhere else. */
    static final String PAYEE = "Harbour Logistics";

    private final Company company;
    private final Companies companies;
    private final String sandbox;

    SampleRows(Company company, Companies companies) {
        this.company = company;
        this.companies = companies;
        this.sandbox = company.sandbox();
    }

    void people() {
        join(OWNER, Grants.of(Role.OWNER));
        join("an Admin", Grants.of(Role.ADMIN));
        join("a Developer", Grants.of(Role.DEVELOPER));
        join("a Developer who may make secrets", new Grants(Set.of(Role.DEVELOPER), true));
        join("a member without a role", Grants.of());
        join(CONTROLLER, Grants.of(Role.FINANCIAL_CONTROLLER));
        join(NOT_OPTED_IN, Grants.of(Role.FINANCIAL_CONTROLLER));
        companies.optIn(company.colleague(CONTROLLER), company);
        var everything = new Grants(Set.of(Role.ADMIN, Role.DEVELOPER, Role.FINANCIAL_CONTROLLER), true);
        var former = companies.join(company, "somebody who was removed", everything);
        require(post("/team/members/" + former.id() + "/removal"), 303);
        company.removed(former.visitor());
        company.row(
                "members",
                companies.join(company, "somebody to be removed", Grants.of()).id());
    }

    void rows() {
        company.row("new", Companies.UAE);
        company.row("test-users", companies.testUser(company));
        invitation();
        logo();
        webhook();
        request();
        customer();
        companies.connect(company.founder(), company, Companies.UAE, "AUTHORIZER", true);
        companies.connect(company.colleague(CONTROLLER), company, Companies.UAE, "AUTHORIZER", false);
        var attempt =
                companies.connect(company.colleague(CONTROLLER), company, Companies.KSA, "AUTHORIZER_WITH_OTP", true);
        company.row("attempts", attempt.made());
        company.row(
                "payment-sources",
                companies
                        .value(
                                "select id from bank_connection where application = ? and environment = 'SANDBOX'"
                                        + " and default_authorizer = 1",
                                company.application())
                        .orElseThrow());
        company.row("connections", company.row("payment-sources"));
        payout();
        authorization();
        program();
        quarantined();
        parked();
    }

    /** An order nobody knows; found as it is when the bank tells of it, and put here as a row. */
    private void quarantined() {
        var order = UUID.randomUUID().toString();
        companies.insert(
                "insert into quarantined_order (id, application, environment, bank, source_account, reference,"
                        + " bank_says, seen_at, cleared_at, version)"
                        + " values (?, ?, 'SANDBOX', ?, ?, concat('SARF', left(replace(upper(?), '-', ''), 26)),"
                        + " 'Queued', now(6), now(6), 0)",
                order,
                company.application(),
                Companies.UAE,
                company.row("account"),
                order);
        company.row("quarantine", order);
    }

    private void parked() {
        var work = UUID.randomUUID().toString();
        companies.insert(
                "insert into parked_work (id, queue, application, environment, parked_at)"
                        + " values (?, 'BENEFICIARY', ?, 'SANDBOX', now(6))",
                work,
                company.application());
        company.row("parked-work", work);
    }

    private void join(String what, Grants grants) {
        company.joined(what, companies.join(company, what, grants));
    }

    private void invitation() {
        var email = "pending-" + UUID.randomUUID() + "@people.example";
        company.row("team/invitations", companies.invite(company, email, Grants.of(Role.ADMIN)));
        company.row("/invitations", companies.link(email).replace("/invitations/", ""));
    }

    private void logo() {
        companies.insert(
                "insert into application_logo (application, picture, version) values (?, unhex('89504e47'), 0)",
                company.application());
        companies.insert("update application set logo = repeat('a', 64) where id = ?", company.application());
    }

    private void webhook() {
        var endpoint = UUID.randomUUID().toString();
        // Nobody listens there, so the delivery stays.
        require(post("/webhooks", "id", endpoint, "url", "http://127.0.0.1:9/hooks", "which", "all"), 200);
        company.row("webhooks", endpoint);
        company.row("deliveries", post("/webhooks/" + endpoint + "/test-events").made());
    }

    /** What its back end asked: buying a token is enough. */
    private void request() {
        companies.token(company, Environment.SANDBOX, "api");
        company.row(
                "requests",
                Eventually.get(
                        "call in the request log",
                        () -> companies.value(
                                "select id from api_request where application = ?", company.application())));
    }

    /** The company itself, which is a customer from the start, and one it has named. */
    private void customer() {
        var customer = companies
                .value(
                        "select customer from application_environment where application = ? and environment = 'SANDBOX'",
                        company.application())
                .orElseThrow();
        company.row("customers/v1", customer);
        company.row("app-user-id", companies.customer(company, "user-" + UUID.randomUUID()));
    }

    private void payout() {
        var destination = UUID.randomUUID().toString();
        require(post("/destinations", newDestination(destination, PAYEE + " LLC", Ibans.fresh())), 303);
        company.row("destinations", destination);
        var account = companies
                .value("select id from source_account where application = ? order by name", company.application())
                .orElseThrow();
        company.row("account", account);
        var payout = UUID.randomUUID().toString();
        require(post("/payouts", newPayout(payout, account, destination)), 303);
        company.row("payouts", payout);
        company.row("intents", payout);
        company.row("payments", payout);
        Eventually.get(
                "payout that waits",
                () -> companies
                        .value("select status from payout where id = ?", payout)
                        .filter("AWAITING_AUTHORIZATION"::equals));
        company.row(
                "v1",
                companies
                        .value("select payment from payout where id = ?", payout)
                        .orElseThrow());
    }

    private void authorization() {
        var payout = company.row("payouts");
        var revision = companies
                .value("select revision from payout where id = ?", payout)
                .orElseThrow();
        var begun = company.colleague(CONTROLLER)
                .post(sandbox + "/payouts/authorizations", "payout", payout + ":" + revision);
        company.row("authorizations", begun.made());
        company.row(
                "authorization-reviews",
                companies.select(SavedSelections.Review.AUTHORIZATION, begun.made(), payout + ":" + revision));
        company.row(
                "release-reviews",
                companies.select(SavedSelections.Review.RELEASE, begun.made(), payout + ":" + revision));
    }

    /** What only a back end makes. */
    private void program() {
        var token = companies.token(company, Environment.SANDBOX, "api");
        var payment = Map.of(
                "destination_id",
                company.row("destinations"),
                "amount",
                20,
                "currency",
                "AED",
                "description",
                "INV 2042 March");
        company.row(
                "bulk-payments",
                made(
                        token,
                        "/payouts/v1/bulk-payments",
                        Map.of(
                                "account_id",
                                company.row("account"),
                                "authorize_payment",
                                false,
                                "payments",
                                List.of(payment)),
                        "bulk_payment_intent_id"));
        company.row(
                "v1/authorizations",
                made(
                        token,
                        "/payouts/v1/authorizations",
                        Map.of("payment_intent_ids", List.of(company.row("payouts"))),
                        "authorization_id"));
        company.row("releases", company.row("v1/authorizations"));
    }

    private static String made(String token, String address, Map<String, ?> body, String id) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post(address)
                .then()
                .statusCode(lessThan(300))
                .extract()
                .path(id);
    }

    static String[] newDestination(String id, String name, String iban) {
        return new String[] {
            "id", id,
            "name", name,
            "iban", iban,
            "address", "Pier 4",
            "city", "Abu Dhabi",
            "country", "ARE",
            "currency_iso_code", "AED"
        };
    }

    static String[] newPayout(String id, String account, String destination) {
        return new String[] {
            "id", id,
            "account", account,
            "destination", destination,
            "amount", "1250.75",
            "description", "INV 2041 March",
            "external_reference", "",
            "automatic", "false"
        };
    }

    private Visitor.Answer post(String path, String... fields) {
        return company.founder().post(sandbox + path, fields);
    }
}
