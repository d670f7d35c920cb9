package io.sarf.payouts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.creation.SingleCreations;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.idempotency.KnownKeys;
import io.sarf.payouts.idempotency.Operation;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk payments share transactions with other calls. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class BulkInBatchIT {
    @Inject
    PayingCompanies companies;

    @Inject
    CreateBulk bulk;

    @Inject
    SingleCreations creations;

    @Inject
    Idempotency idempotency;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private PayingCompany company;
    private PayingCompany other;

    @BeforeEach
    void two_companies_one_with_a_bank_that_refuses_some_payees() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                return beneficiary.creditor().name().startsWith("Unwanted")
                        ? new BeneficiaryAnswer.Refused(ReasonCode.BENEFICIARY_NOT_FOUND, "Account closed")
                        : super.addBeneficiary(credentials, beneficiary);
            }
        });
        other = companies.open(new PaperBank(clock));
    }

    @Test
    void bulk_payments_of_several_companies_share_a_transaction() {
        var answers = creations.together(List.of(
                call(company, null, payee("Harbour Logistics"), payee("Noor Stationery")),
                call(other, null, payee("Harbour Logistics"))));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
        assertThat(companies.rows(company)).containsExactly(2L, 2L, 3L, 3L);
        assertThat(companies.rows(other)).containsExactly(1L, 1L, 2L, 2L);
    }

    @Test
    void a_payee_that_may_not_be_paid_refuses_its_bulk_payment_alone_and_no_payee_of_it_stays() {
        assertThat(creations.together(List.of(call(company, null, payee("Unwanted Person")))))
                .allSatisfy(answer -> assertThat(answer).isCompleted());
        companies.work(company);
        var before = companies.rows(company);

        var answers = creations.together(List.of(
                call(other, null, payee("Harbour Logistics")),
                call(company, "k", payee("Harbour Logistics"), payee("Unwanted Person"))));

        assertThat(answers.get(0)).isCompleted();
        assertThat(code(answers.get(1))).isEqualTo(ApiCode.INVALID_PARAMETERS);
        assertThat(companies.rows(company)).isEqualTo(before);
        // The refusal depends on the payee's state, so the key is free.
        var again = creations.together(List.of(call(company, "k", payee("Harbour Logistics"))));
        assertThat(again.get(0)).isCompleted();
    }

    @Test
    void a_key_that_was_used_gets_its_answer_and_brings_no_payee() {
        QuarkusTransaction.requiringNew()
                .run(() -> idempotency.take(List.of(new Idempotency.Answered(
                        KnownKeys.of(company.scope(), Operation.BULK_PAYMENTS, "k", "{}"),
                        ApiAnswer.of(201, Map.of("node", "other"))))));
        var before = companies.rows(company);

        var answers = creations.together(
                List.of(call(company, "k", payee("Harbour Logistics")), call(other, null, payee("Harbour Logistics"))));

        assertThat(answers.get(0).join().replayed()).isTrue();
        assertThat(answers.get(1)).isCompleted();
        assertThat(companies.rows(company)).isEqualTo(before);
    }

    private CreationQueue.Call call(PayingCompany of, @Nullable String key, String... entries) {
        var body = "{\"account_id\":\"%s\",\"authorize_payment\":false,\"payments\":[%s]}"
                .formatted(of.account().value(), String.join(",", entries))
                .getBytes(StandardCharsets.UTF_8);
        var asked = bulk.read(new JsonBody(body));
        return new CreationQueue.Call(
                of.scope(),
                null,
                Actor.client(ids.next()),
                key == null ? null : KnownKeys.of(of.scope(), Operation.BULK_PAYMENTS, key, "{}"),
                body.length,
                asked.wanted().stream()
                        .map(one -> new CreationQueue.Call.Wanted(new PayoutId(ids.next()), one))
                        .toList(),
                asked.rules());
    }

    private static String payee(String name) {
        return ("{\"destination_details\":{\"name\":\"%s\",\"iban\":\"AE290330000012345678901\",\"address\":\"Pier 4\","
                        + "\"city\":\"Abu Dhabi\",\"country\":\"ARE\"},\"amount\":5,\"currency\":\"AED\","
                        + "\"description\":\"Salary\"}")
                .formatted(name);
    }

    private static ApiCode code(CompletableFuture<ApiAnswer> answer) {
        assertThatThrownBy(answer::join).hasCauseInstanceOf(ApiFault.class);
        return answer.handle((done, fault) -> ((ApiFault) fault).code()).join();
    }
}
