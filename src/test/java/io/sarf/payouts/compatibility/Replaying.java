package io.sarf.payouts.compatibility;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.compatibility.Example.Given;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.webhook.Postbox;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.Eventually;
import io.sarf.testing.PaperBank;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Companies that send what an example shows, with their own ids. */
@ApplicationScoped
class Replaying {
    private static final Duration COOL_OFF = Duration.ofHours(24);
    private static final String PAYEE = """
            {"name": "Dune Supplies LLC", "display_name": "Dune Supplies", "iban": "AE820330000007001002003",
             "account_number": "7001002003", "swift_code": "EXMPAEAD", "address": "4 Harbour Road", "city": "Dubai",
             "country": "ARE", "currency_iso_code": "AED"}""";

    /** @param names what stands in braces in an example, and what it is here */
    record Company(PayingCompany itself, Program program, Map<String, String> names) {}

    private final PayingCompanies companies;
    private final KnownPrograms programs;
    private final BeneficiaryWork beneficiaries;
    private final BankSwitches switches;
    private final Sealer sealer;
    private final Postbox postbox;
    /** Only where time is in the hand of the test. */
    private final Instance<MovableClock> clock;

    Replaying(
            PayingCompanies companies,
            KnownPrograms programs,
            BeneficiaryWork beneficiaries,
            BankSwitches switches,
            Sealer sealer,
            Postbox postbox,
            Instance<MovableClock> clock) {
        this.companies = companies;
        this.programs = programs;
        this.beneficiaries = beneficiaries;
        this.switches = switches;
        this.sealer = sealer;
        this.postbox = postbox;
        this.clock = clock;
    }

    Company open(Given given) {
        var first = companies.open(given == Given.COOL_OFF ? coolingOff() : new PaperBank(clock.get()));
        var application = first.scope().application().toString();
        var secret = programs.secret(first.scope());
        var program = programs.program(first.scope(), secret, "api");
        Map<String, String> names = new HashMap<>(Map.of("application", application, "secret", secret));
        names.put("account", first.account().value().toString());
        names.put("customer", told(program, "/customers/v1/app-user-id/" + application, "customer_id"));
        names.put("source", told(program, "/customers/v1/" + names.get("customer") + "/payment-sources", "[0].id"));
        names.put("destination", made(program, "/payouts/v1/payment/destinations", PAYEE, "[0].destination_id"));
        made(program, "/customers/v1", "{\"app_user_id\": \"branch-7\"}", "customer_id");
        var company = new PayingCompany(
                first.scope(),
                first.bank(),
                first.owner(),
                first.first(),
                first.second(),
                first.account(),
                DestinationId.fromString(names.get("destination")));
        if (given == Given.PAID) {
            var intent = companies.paid(company);
            names.put("intent", intent.toString());
            names.put("payment", told(program, "/payouts/v1/intents/" + intent, "payment.id"));
            awaitEvents(program, intent);
        }
        return new Company(company, program, names);
    }

    Response send(Company company, Example.Request request) {
        var call =
                request.form() == null ? company.program().call() : given().formParams(form(company, request.form()));
        if (request.body() != null) {
            call.body(filled(company, request.body().toString()));
        }
        return call.request(request.method(), filled(company, request.path()));
    }

    /** What a back end is sent once everything that takes time is over, and the company wants no more of its bank. */
    JsonNode receive(Company company, String type) {
        var itself = company.itself();
        switches.turn(
                itself.scope(), itself.bank().profile(), false, itself.owner().actor());
        clock.get().advance(COOL_OFF.plusHours(1));
        while (beneficiaries.run(10).toCompletableFuture().join() > 0) {
            // The next ones.
        }
        return Lean.tree(postbox.receive(itself.scope(), type).getBytes(StandardCharsets.UTF_8));
    }

    private PaperBank coolingOff() {
        return new PaperBank(clock.get()) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                return new BeneficiaryAnswer.CoolOff(
                        "BEN-" + beneficiary.reference(),
                        clock.get().instant().plus(COOL_OFF),
                        new NameCheck(NameCheck.Result.MATCH, null));
            }
        };
    }

    private void awaitEvents(Program program, PayoutId intent) {
        var history = "/payouts/v1/payments/" + intent + "/history";
        Eventually.get("both events of the payout", () -> {
            sealer.sealAll();
            return told(program, history, "page.total_elements").equals("2") ? Optional.of(intent) : Optional.empty();
        });
    }

    private static Map<String, String> form(Company company, Map<String, String> form) {
        return form.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> filled(company, field.getValue())));
    }

    private static String filled(Company company, String text) {
        var filled = text;
        for (var name : company.names().entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    private static String told(Program program, String path, String field) {
        return text(program.call().get(path), field);
    }

    private static String made(Program program, String path, String body, String field) {
        return text(program.call().body(body).post(path), field);
    }

    private static String text(Response answer, String field) {
        @Nullable Object value = answer.then().statusCode(200).extract().path(field);
        return String.valueOf(value);
    }
}
