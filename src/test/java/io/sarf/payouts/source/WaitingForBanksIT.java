package io.sarf.payouts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.api.Unforeseen;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.work.WaitingCalls;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Eventually;
import io.sarf.testing.Gate;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bank that does not answer keeps those waiting who asked it, and nobody else. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class WaitingForBanksIT {
    private static final String IBAN = "AE290330000012345678901";
    private static final String PAYEES = "/payouts/v1/payment/destinations";
    private static final String PAYEE = """
            {"name":"Harbour Logistics","iban":"%s","address":"Pier 4",
            "city":"Abu Dhabi","country":"ARE","currency_iso_code":"AED"}""".formatted(IBAN);

    @Inject
    PayingCompanies companies;

    @Inject
    Connections connections;

    @Inject
    KnownPrograms programs;

    @Inject
    KnownPeople people;

    @Inject
    MovableClock clock;

    private final ExecutorService browsers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        browsers.shutdownNow();
    }

    private final Gate gate = new Gate();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_company_that_keeps_all_its_places_waiting_is_refused_one_more_and_takes_none_of_another_company() {
        var slow = companies.open(slowBank());
        var waiting = allPlacesTaken(slow);

        refusedForNow(refresh(slow));
        var quick = companies.open(new PaperBank(clock));
        assertThat(refresh(quick).statusCode()).isEqualTo(303);
        new Caller(slow.first(), slow.scope().path() + "/payouts/new");

        gate.open();
        assertThat(waiting)
                .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(303));
        assertThat(refresh(slow).statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_edits_a_payee_or_changes_or_removes_credentials_waits_in_the_same_places() {
        var slow = companies.open(slowBank());
        var logins = connections.all(slow.scope());
        var first = logins.stream().filter(BankConnection::defaultAuthorizer).findFirst();
        var second = logins.stream().filter(one -> !one.defaultAuthorizer()).findFirst();
        var waiting = allPlacesTaken(slow);

        refusedForNow(edit(slow));
        refusedForNow(changeAuthorizer(slow, first.orElseThrow(), second.orElseThrow()));
        refusedForNow(new Caller(slow.owner(), slow.scope().path() + "/payouts/new")
                .post(
                        slow.scope().path() + "/connections/"
                                + first.orElseThrow().id() + "/removal",
                        Map.of("source", "true", "understood", "true")));
        assertThat(connections.all(slow.scope())).as("nothing has happened").hasSameSizeAs(logins);

        gate.open();
        waiting.forEach(CompletableFuture::join);
        assertThat(edit(slow).statusCode()).isEqualTo(303);
        assertThat(changeAuthorizer(slow, first.orElseThrow(), second.orElseThrow())
                        .statusCode())
                .isEqualTo(303);
        assertThat(connections.require(slow.scope(), second.orElseThrow().id()).defaultAuthorizer())
                .isTrue();
    }

    @Test
    void a_program_that_finds_no_place_is_told_in_json_when_to_try_again() {
        var slow = companies.open(slowBank());
        var program = programs.program(slow.scope());
        String customer = program.call()
                .get("/customers/v1/app-user-id/" + slow.scope().application())
                .path("customer_id");
        var sources = "/customers/v1/" + customer + "/payment-sources";
        String source = program.call().get(sources).path("[0].id");
        var waiting = allPlacesTaken(slow);

        for (var refused : List.of(
                program.call().body(PAYEE).post(PAYEES),
                program.call().body("{\"reason\":\"USER_REQUESTED\"}").delete(sources + "/" + source))) {
            refusedForNow(refused);
            refused.then().contentType("application/json").body("status", is("SERVICE_UNAVAILABLE"));
        }

        gate.open();
        waiting.forEach(CompletableFuture::join);
        program.call().body(PAYEE).post(PAYEES).then().statusCode(200);
    }

    @Test
    void a_log_line_about_what_went_wrong_while_a_program_waited_has_its_correlation_id() {
        var company = companies.open(new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                if (beneficiary.creditor().iban().equals(IBAN)) {
                    throw new UnsupportedOperationException("The adapter cannot do this");
                }
                return super.addBeneficiary(credentials, beneficiary);
            }
        });
        var lines = new CopyOnWriteArrayList<String>();
        var written = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " " + MDC.get("correlation"));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(Unforeseen.class.getName());
        log.addHandler(written);
        try {
            programs.program(company.scope())
                    .call()
                    .header("lean-correlation-id", "waited-for-a-bank")
                    .body(PAYEE)
                    .post(PAYEES)
                    .then()
                    .statusCode(500);
        } finally {
            log.removeHandler(written);
        }

        assertThat(lines).containsExactly("An API call failed waited-for-a-bank");
    }

    private PaperBank slowBank() {
        return new PaperBank(clock) {
            @Override
            public AccountsAnswer accounts(Credentials credentials) {
                asked.incrementAndGet();
                gate.pass();
                return super.accounts(credentials);
            }
        };
    }

    private List<CompletableFuture<Response>> allPlacesTaken(PayingCompany company) {
        var waiting = IntStream.range(0, WaitingCalls.MOST_OF_ONE)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> refresh(company), browsers))
                .toList();
        Eventually.holds("all places taken", () -> asked.get() == WaitingCalls.MOST_OF_ONE);
        return waiting;
    }

    private static void refusedForNow(Response refused) {
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    private Response refresh(PayingCompany company) {
        return new Caller(company.first(), company.scope().path() + "/payouts/new")
                .post(company.scope().path() + "/payouts/source/refreshing", Map.of());
    }

    /** Only what the bank does not look at, so that nobody has to sign in again. */
    private Response edit(PayingCompany company) {
        var payee = company.scope().path() + "/destinations/" + company.destination();
        var caller = new Caller(company.owner(), company.scope().path() + "/payouts/new");
        return caller.post(
                payee + "/changes",
                Map.of(
                        "display_name",
                        "Somebody we pay",
                        "address",
                        "1 Main Street",
                        "city",
                        "Dubai",
                        "country",
                        "ARE",
                        "currency_iso_code",
                        "AED",
                        "revision",
                        "0"));
    }

    private Response changeAuthorizer(PayingCompany company, BankConnection from, BankConnection to) {
        var rana = people.representative("Rana");
        people.signedIn(rana, clock.instant());
        return new Caller(rana, "/representative")
                .post(
                        "/representative/applications/" + company.scope().application() + "/sandbox/default-authorizer",
                        Map.of(
                                "from",
                                from.id().toString(),
                                "to",
                                to.id().toString(),
                                "reason",
                                "The first one is on leave for some weeks"));
    }
}
