package io.sarf.payouts.payouttab;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the search boxes find. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class SearchedTextIT {

    @Inject
    PayingCompanies companies;

    @Inject
    FormPayouts forms;

    @Inject
    ListedPayouts listed;

    @Inject
    Payouts payouts;

    @Inject
    Destinations destinations;

    @Inject
    Applications applications;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private PayingCompany company;
    private PayoutId first;
    private PayoutId second;

    @BeforeEach
    void a_company_with_two_payouts() {
        company = companies.open(new PaperBank(clock));
        first = pay("Rent 100%", "Émile-7", true);
        companies.work(company);
        second = pay("Salary", "PO_2041", false);
    }

    @Test
    void everything_that_names_a_payout_finds_it() {
        var paid = payouts.require(company.scope(), first);
        var ours = first.reference().value();

        assertThat(found(first.toString())).containsExactly(first);
        assertThat(found(String.valueOf(paid.orderAtBank().payment()))).containsExactly(first);
        assertThat(found(ours)).containsExactly(first);
        assertThat(found(ours.toLowerCase(Locale.ROOT))).containsExactly(first);
        assertThat(found(ours.substring(4, 28))).containsExactly(first);
        assertThat(found(String.valueOf(paid.orderAtBank().bankReference()))).containsExactly(first);
        assertThat(found("\u2068" + ours + "\u2069")).containsExactly(first);
        assertThat(found("\u2068Émile-7\u2069 ")).containsExactly(first);
        assertThat(found("PO_2041")).containsExactly(second);
        assertThat(found("po_20")).containsExactly(second);
        assertThat(found("émile")).containsExactly(first);
        assertThat(found("rent")).containsExactly(first);
        assertThat(found("noor had")).hasSize(2);
        assertThat(found(company.destination().toString())).hasSize(2);
    }

    @Test
    void an_iban_is_found_however_it_is_typed() {
        for (var typed : List.of(
                "AE070331234567890123456",
                " ae07 0331 2345 6789 0123 456 ",
                "\u200eAE07\u00a00331 2345",
                "AE٠٧ ٠٣٣١",
                "0123 456")) {
            assertThat(found(typed)).as(typed).hasSize(2);
            assertThat(destinations.newest(company.scope(), typed, null, 10))
                    .as(typed)
                    .hasSize(1);
        }
    }

    @Test
    void no_character_stands_for_another() {
        assertThat(found("100%")).containsExactly(first);
        assertThat(found("PO_2")).containsExactly(second);
        assertThat(found("P__2")).isEmpty();
        assertThat(found("1_0%")).isEmpty();
        for (var text : List.of("N__r", "N%r", "Noor%", "Noor\\", "\\", "S%y")) {
            assertThat(found(text)).as(text).isEmpty();
        }
        for (var text : List.of("%", "_", "\\", "N__r", "N%r", "Noor%", "Noor\\")) {
            assertThat(destinations.newest(company.scope(), text, null, 10))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void a_representative_finds_companies_by_what_is_in_their_names() {
        var name = "Q_%\\" + ids.next();
        QuarkusTransaction.requiringNew().run(() -> applications.add(name, clock.instant()));

        assertThat(applications.search(name.toUpperCase(Locale.ROOT))).hasSize(1);
        assertThat(applications.search(name.replace('_', 'x'))).isEmpty();
        assertThat(applications.search(name.replace("_%\\", "%"))).isEmpty();
    }

    @Test
    void what_nobody_can_see_looks_for_nothing() {
        assertThat(found("\u200f \u00a0")).hasSize(2);
    }

    private PayoutId pay(String description, String reference, boolean automatic) {
        var wanted = new NewPayout(
                company.account(),
                company.destination(),
                new BigDecimal("120.00"),
                null,
                description,
                reference,
                automatic);
        return forms.create(company.scope(), companies.fresh(company.first()), new PayoutId(ids.next()), wanted);
    }

    private List<PayoutId> found(String typed) {
        var found = new ArrayList<PayoutId>();
        listed.newest(company.scope(), null, typed, null, 10).forEach(payout -> found.add(payout.id()));
        return found;
    }
}
