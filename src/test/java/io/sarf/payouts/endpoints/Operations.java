package io.sarf.payouts.endpoints;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sarf.testing.Eventually;
import io.sarf.testing.Ibans;
import java.util.List;
import java.util.UUID;

/** The operations of the API, and how the tests call them. */
final class Operations {
    private Operations() {}

    /** Those that ask for a token. */
    static List<Route> all() {
        return Routes.api().stream()
                .filter(route -> AllowedCallers.of(route) == Who.PROGRAM)
                .toList();
    }

    static List<Route> withRows() {
        return all().stream().filter(Addresses::namesRow).toList();
    }

    static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** What writes is sent a body without a field. */
    static Response call(RequestSpecification call, Route route, String address) {
        return route.reads()
                ? call.get(address)
                : call.contentType("application/json").body("{}").request(route.method(), address);
    }

    static Visitor.Answer seen(Response answer) {
        return new Visitor.Answer(answer.statusCode(), "", answer.asString());
    }

    /** The same company with rows that may be used up: a payout that waits, and a destination that nothing names. */
    static Company spare(Company company, Companies companies) {
        var spare = new Company(company.application(), company.founder());
        company.rows().forEach(spare::row);
        var destination = UUID.randomUUID().toString();
        Companies.require(
                company.founder()
                        .post(
                                company.sandbox() + "/destinations",
                                SampleRows.newDestination(destination, "Spare Parts LLC", Ibans.fresh())),
                303);
        spare.row("destinations", destination);
        var payout = UUID.randomUUID().toString();
        Companies.require(
                company.founder()
                        .post(
                                company.sandbox() + "/payouts",
                                SampleRows.newPayout(payout, company.row("account"), company.row("destinations"))),
                303);
        Eventually.get(
                "payout that waits",
                () -> companies
                        .value("select status from payout where id = ?", payout)
                        .filter("AWAITING_AUTHORIZATION"::equals));
        spare.row("payments", payout);
        return spare;
    }
}
