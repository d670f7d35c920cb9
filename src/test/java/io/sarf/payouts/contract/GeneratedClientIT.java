package io.sarf.payouts.contract;

import static io.sarf.payouts.contract.GeneratedClient.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.generated.ApiException;
import io.sarf.generated.model.NewAuthorization;
import io.sarf.generated.model.NewBulkEntry;
import io.sarf.generated.model.NewBulkPayment;
import io.sarf.generated.model.NewCustomer;
import io.sarf.generated.model.NewDestination;
import io.sarf.generated.model.NewPaymentDestination;
import io.sarf.generated.model.NewPaymentDetails;
import io.sarf.generated.model.NewPayments;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Sealer;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document is complete enough to make a client of: this one was made by openapi-generator when this was built. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class GeneratedClientIT {
    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Sealer sealer;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @TestHTTPResource("/")
    URI address;

    private PayingCompany company;
    private String secret;
    private GeneratedClient client;

    @BeforeEach
    void a_company_with_a_back_end() throws ApiException {
        company = companies.open(new PaperBank(clock));
        secret = programs.secret(company.scope());
        client = GeneratedClient.of(address, company.scope(), secret, "api");
    }

    @Test
    void it_walks_the_whole_path() throws ApiException {
        assertThat(client.banks().listBanks(null, null, null, null, null, null))
                .anyMatch(bank ->
                        bank.getIdentifier().equals(company.bank().profile().identifier()));
        var customer = client.customers().createCustomer(new NewCustomer().appUserId("user-17"), null);
        assertThat(client.customers().getCustomer(customer.getCustomerId(), null))
                .isEqualTo(customer);
        var itself =
                client.customers().listCustomers(0, 10, null).getData().get(0).getCustomerId();
        var source = client.sources().listPaymentSources(itself, null).get(0);
        assertThat(source.getAccounts().get(0).getBalance()).isEqualByComparingTo("1000000.00");
        assertThat(client.sources()
                        .getPaymentSource(itself, source.getId(), null)
                        .getAccounts()
                        .get(0)
                        .getBalance())
                .isNull();

        var payee = client.destinations()
                .createDestinations(List.of(payee("AE470261001234567890123")), null, "payee-1")
                .get(0);
        assertThat(payee.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(client.destinations()
                        .getDestination(payee.getDestinationId(), null)
                        .getName())
                .isEqualTo("Harbour Logistics LLC");

        var created = client.payouts().createPayments(payment("120.00", "Salary"), null, "order-1");
        var intent = created.getPayoutsPaymentDetails().get(0).getPaymentIntentId();
        assertThat(client.payouts().createPayments(payment("120.00", "Salary"), null, "order-1"))
                .isEqualTo(created);
        assertThat(list().get(0).getPaymentIntentId()).isEqualTo(intent);
        assertThat(client.payouts().getPaymentIntent(intent, null).getPayment()).isNull();

        var queued = companies.queued(company).value();
        var payment = client.payouts().getPaymentIntent(queued, null).getPayment();
        assertThat(client.payouts().getPayment(payment.getId(), null)).isEqualTo(payment);
        assertThat(payment.getAmount()).isEqualByComparingTo("120.00");
        sealer.sealAll();
        assertThat(client.payouts()
                        .getPaymentHistory(queued, 0, null)
                        .getContent()
                        .get(0)
                        .getEvents())
                .singleElement()
                .matches(event -> event.getEvent().getValue().equals("payment.created"));

        assertThat(client.payouts().cancelPayment(intent, null).getStatus().getValue())
                .isEqualTo("FAILED");
        sealer.sealAll();
        assertThat(client.events().listEvents(0, 50, null, null, null, 0L, null).getData())
                .extracting(event -> event.getType().getValue())
                .contains("payment.created", "payment.updated");
    }

    @Test
    void it_makes_bulk_payments_and_releases_payouts() throws ApiException {
        var bulk = client.bulks().createBulkPayment(bulk(), null, "bulk-1");
        assertThat(client.bulks()
                        .getBulkPayment(bulk.getBulkPaymentIntentId(), null)
                        .getPayoutsPaymentDetails()
                        .getTotalPayments())
                .isEqualTo(1);
        assertThat(client.bulks()
                        .listPaymentsOfBulk(bulk.getBulkPaymentIntentId(), 0, 10, null)
                        .getContent())
                .hasSize(1);

        companies.onDemand(company, true);
        var allowed = GeneratedClient.of(address, company.scope(), secret, "api");
        var queued = companies.queued(company).value();
        var made = allowed.authorizations()
                .createAuthorization(new NewAuthorization().paymentIntentIds(List.of(queued)), null, null);
        assertThat(allowed.authorizations()
                        .getAuthorization(made.getAuthorizationId(), null)
                        .getPayments())
                .hasSize(1);
        assertThat(refusal(() -> allowed.authorizations().getAuthorization(UUID.randomUUID(), null)))
                .isEqualTo("404 DATA_NOT_FOUND");
    }

    @Test
    void it_is_told_what_is_wrong_with_a_call() {
        assertThat(pay("much", "0", "Salary")).isEqualTo("400 INVALID_AMOUNT");
        assertThat(pay("least", "0.50", "Salary")).isEqualTo("400 AMOUNT_UNDER_MIN_VALUE");
        assertThat(pay("most", "1000000.01", "Salary")).isEqualTo("400 AMOUNT_OVER_MAX_VALUE");
        assertThat(pay("words", "1", " ")).isEqualTo("400 MISSING_PARAMETERS");
        assertThat(pay("signs", "1", "ä")).isEqualTo("400 INVALID_PARAMETERS");
        assertThat(refusal(() -> client.destinations().createDestinations(List.of(payee("AE00")), null, null)))
                .isEqualTo("400 INVALID_IBAN");
        assertThat(refusal(() -> client.destinations()
                        .createDestinations(
                                List.of(payee("AE470261001234567890123").name("1")), null, null)))
                .isEqualTo("400 INVALID_NAME");
        assertThat(refusal(() ->
                        client.customers().createCustomer(new NewCustomer().appUserId("x".repeat(1_100_000)), null)))
                .isEqualTo("413 PAYLOAD_TOO_LARGE");
        var plain = with(request -> request.setHeader("Content-Type", "text/plain"));
        assertThat(refusal(() -> plain.customers().createCustomer(new NewCustomer().appUserId("a"), null)))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        var otherMethod = with(request -> request.method("PUT", BodyPublishers.noBody()));
        assertThat(refusal(() -> otherMethod.banks().listBanks(null, null, null, null, null, null)))
                .isEqualTo("405 INVALID_HTTP_METHOD");
    }

    @Test
    void it_is_told_what_it_may_not() throws ApiException {
        var nobody = new GeneratedClient(address, request -> {});
        assertThat(refusal(() -> nobody.banks().listBanks(null, null, null, null, null, null)))
                .isEqualTo("401 UNAUTHORIZED");
        assertThat(refusal(() -> nobody.token(company.scope(), "guess", "api"))).isEqualTo("401 invalid_client");
        assertThat(refusal(() -> nobody.token(company.scope(), secret, "all"))).isEqualTo("400 invalid_scope");
        var one = client.customers().createCustomer(new NewCustomer().appUserId("one"), null);
        var only = GeneratedClient.of(address, company.scope(), secret, "customer." + one.getCustomerId());
        assertThat(refusal(() -> only.events().listEvents(null, null, null, null, null, null, null)))
                .isEqualTo("403 INCORRECT_ACCESS_LEVEL");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE bank_connection SET status = 'EXPIRED' WHERE application = :id")
                        .setParameter("id", company.scope().application().value())
                        .executeUpdate());
        assertThat(pay("expired", "1", "Salary")).isEqualTo("403 CREDENTIALS_UPDATE_REQUIRED");
        companies.close(company);
        assertThat(pay("closed", "1", "Salary")).isEqualTo("403 INSUFFICIENT_ACCESS_LEVEL");
    }

    @Test
    void it_is_told_what_is_not_there() {
        var id = UUID.randomUUID();
        assertThat(refusal(() -> client.payouts().getPayment(id, null))).isEqualTo("404 UNKNOWN_PAYMENT");
        assertThat(refusal(() -> client.payouts().getPaymentIntent(id, null))).isEqualTo("404 UNKNOWN_PAYMENT_INTENT");
        assertThat(refusal(() -> client.destinations().getDestination(id, null)))
                .isEqualTo("404 UNKNOWN_PAYMENT_DESTINATION");
        assertThat(refusal(() -> client.customers().getCustomer(id, null))).isEqualTo("404 UNKNOWN_CUSTOMER");
        assertThat(refusal(() -> client.sources().getPaymentSource(itself(), id, null)))
                .isEqualTo("404 UNKNOWN_PAYMENT_SOURCE");
        var from =
                new NewPayments().addPaymentDetailsItem(details("1", "Salary").accountId(id));
        assertThat(refusal(() -> client.payouts().createPayments(from, null, null)))
                .isEqualTo("404 UNKNOWN_ACCOUNT");
        var elsewhere = new GeneratedClient(address.resolve("/payouts/v1/nowhere"), request -> {});
        assertThat(refusal(() -> elsewhere.banks().listBanks(null, null, null, null, null, null)))
                .isEqualTo("404 INVALID_URL");
    }

    @Test
    void it_is_told_what_stands_in_the_way() throws ApiException {
        client.customers().createCustomer(new NewCustomer().appUserId("twice"), null);
        assertThat(refusal(() -> client.customers().createCustomer(new NewCustomer().appUserId("twice"), null)))
                .isEqualTo("409 CUSTOMER_ALREADY_EXISTS");
        var paid = companies.pay(company, true);
        companies.work(company);
        assertThat(refusal(() -> client.payouts().cancelPayment(paid.value(), null)))
                .isEqualTo("409 INVALID_STATE");
        assertThat(pay("order-2", "1", "Salary")).isEqualTo("200");
        assertThat(pay("order-2", "2", "Salary")).isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("INSERT INTO idempotent_call (application, environment, operation, call_key,"
                            + " body_hash, created_at) VALUES (:id, 'SANDBOX', 'PAYMENT', 'order-3', :hash, :now)")
                    .setParameter("id", company.scope().application().value())
                    .setParameter("hash", new byte[32])
                    .setParameter("now", clock.instant())
                    .executeUpdate();
            assertThat(pay("order-3", "1", "Salary")).isEqualTo("409 REQUEST_IN_PROGRESS");
        });
    }

    @Test
    void it_is_told_what_will_pass_and_what_is_our_fault() throws ApiException {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                return switch (beneficiary.creditor().name()) {
                    case "Silent Bank" -> new BeneficiaryAnswer.Unknown();
                    case "Broken Adapter" -> throw new IllegalStateException("This adapter is broken");
                    default -> super.addBeneficiary(credentials, beneficiary);
                };
            }
        });
        secret = programs.secret(company.scope());
        client = GeneratedClient.of(address, company.scope(), secret, "api");
        var iban = "AE470261001234567890123";
        assertThat(refusal(() -> client.destinations()
                        .createDestinations(List.of(payee(iban).name("Silent Bank")), null, null)))
                .isEqualTo("503 SERVICE_UNAVAILABLE");
        assertThat(refusal(() -> client.destinations()
                        .createDestinations(List.of(payee(iban).name("Broken Adapter")), null, null)))
                .isEqualTo("500 INTERNAL_SERVER_ERROR");

        // A token that died with its secret is counted; after so many it is not looked at any more.
        var dead = with(request -> {});
        programs.secret(company.scope());
        var answer = "401 UNAUTHORIZED";
        for (var call = 0; call < 1_000 && answer.startsWith("401"); call++) {
            answer = refusal(() -> dead.banks().listBanks(null, null, null, null, null, null));
        }
        assertThat(answer).isEqualTo("429 RATE_LIMIT_EXCEEDED");
    }

    private String pay(String key, String amount, String description) {
        return refusal(() -> client.payouts().createPayments(payment(amount, description), null, key));
    }

    private GeneratedClient with(java.util.function.Consumer<java.net.http.HttpRequest.Builder> more) {
        var token = programs.program(company.scope(), secret, "api").token();
        return new GeneratedClient(
                address, more.andThen(request -> request.setHeader("Authorization", "Bearer " + token)));
    }

    private UUID itself() throws ApiException {
        return client.customers().listCustomers(0, 1, null).getData().get(0).getCustomerId();
    }

    private List<io.sarf.generated.model.PaymentListItem> list() throws ApiException {
        return client.payouts()
                .listPayments(null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                .getContent();
    }

    private NewPayments payment(String amount, String description) {
        return new NewPayments().addPaymentDetailsItem(details(amount, description));
    }

    private NewPaymentDetails details(String amount, String description) {
        return new NewPaymentDetails()
                .accountId(company.account().value())
                .addDestinationDetailsItem(new NewPaymentDestination()
                        .paymentDestinationId(company.destination().value())
                        .amount(new BigDecimal(amount))
                        .description(description)
                        .authorizePayment(false));
    }

    private NewBulkPayment bulk() {
        return new NewBulkPayment()
                .accountId(company.account().value())
                .authorizePayment(false)
                .addPaymentsItem(new NewBulkEntry()
                        .destinationId(company.destination().value())
                        .amount(new BigDecimal("12.50"))
                        .currency("AED")
                        .description("Salary"));
    }

    private static NewDestination payee(String iban) {
        return new NewDestination()
                .name("Harbour Logistics LLC")
                .iban(iban)
                .address("Pier 4")
                .city("Abu Dhabi")
                .country("ARE")
                .currencyIsoCode("AED");
    }
}
