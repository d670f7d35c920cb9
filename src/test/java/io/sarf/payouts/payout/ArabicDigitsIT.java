package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.platform.Ids;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PickyBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody types on an Arabic or Persian keyboard counts like what is typed on a Latin one. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ArabicDigitsIT {
    @Inject
    PayingCompanies companies;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private PayingCompany company;

    @BeforeEach
    void a_company() {
        company = companies.open(new PickyBank(clock));
    }

    @Test
    void a_one_time_code_authorizes_and_costs_no_attempt() {
        var first = new Caller(company.first(), company.scope().path() + "/payouts/new");
        var payout = companies.queued(company);
        var window = first.post(
                        company.scope().path() + "/payouts/authorizations",
                        Map.of("id", ids.next().toString(), "payout", companies.pick(company, payout)))
                .header("Location");

        first.landing(first.post(window + "/code", Map.of("otp", "\u0661\u06f1 \u0661\u06f1")));

        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
    }

    @Test
    void an_amount_is_paid_as_it_was_meant() {
        var owner = new Caller(company.owner(), company.scope().path() + "/payouts/new");
        var id = ids.next().toString();

        var answer = owner.post(
                company.scope().path() + "/payouts",
                Map.of(
                        "id",
                        id,
                        "account",
                        company.account().toString(),
                        "destination",
                        company.destination().toString(),
                        "amount",
                        "\u0661\u066c\u0662\u0663\u0664\u066b\u0665\u0660",
                        "description",
                        "Salary",
                        "automatic",
                        "false"));

        assertThat(owner.landing(answer)).contains("1,234.50");
    }

    @Test
    void the_number_of_an_account_is_kept_in_latin_digits() {
        var owner = new Caller(company.owner(), company.scope().path() + "/destinations/new");
        var answer = owner.post(
                company.scope().path() + "/destinations",
                Map.of(
                        "id", ids.next().toString(),
                        "name", "Layla Hassan",
                        "iban",
                                "AE\u0660\u0667\u0660\u0663\u0663\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662\u0663\u0664\u0665\u0666",
                        "address", "Corniche 1",
                        "city", "Dubai",
                        "country", "ARE",
                        "currency_iso_code", "AED",
                        "account_number", "\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8"));

        assertThat(owner.landing(answer)).contains("12345678").contains("AE07 0331 2345 6789 0123 456");
    }
}
