package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Gate;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that waits for a payout's lock sees what was committed meanwhile. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ChangedWhileWaitingIT {
    @Inject
    PayingCompanies companies;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private final AtomicInteger codes = new AtomicInteger();
    private PayingCompany company;
    private Caller first;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
                codes.incrementAndGet();
                return super.complete(credentials, challenge, otp);
            }
        });
        first = new Caller(company.first(), company.scope().path() + "/payouts/new");
    }

    @Test
    void a_payee_whose_name_the_bank_no_longer_confirms_is_not_taken_into_an_authorization() {
        var payout = companies.queued(company);

        var page = meanwhile(
                payout,
                () -> companies.nameCheck(company, NameCheck.Result.NO_MATCH),
                () -> first.landing(begin(payout)));

        assertThat(page).contains("by another name");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(company.bank().challenges()).isZero();
    }

    @Test
    void who_is_no_longer_a_financial_controller_begins_no_authorization() {
        var payout = companies.queued(company);

        var page = meanwhile(
                payout, () -> companies.noController(company, company.first()), () -> first.landing(begin(payout)));

        assertThat(page).contains("Financial Controller");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(company.bank().challenges()).isZero();
    }

    @Test
    void the_code_of_somebody_who_is_no_longer_a_financial_controller_does_not_reach_the_bank() {
        var payout = companies.queued(company);
        var window = URI.create(begin(payout).header("Location")).getPath();

        meanwhile(
                payout,
                () -> companies.noController(company, company.first()),
                () -> first.post(window + "/code", Map.of("otp", PaperBank.CODE))
                        .asString());

        assertThat(codes).hasValue(0);
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
    }

    /** The change commits while the request waits for the payout. */
    private String meanwhile(PayoutId payout, Runnable change, Supplier<String> request) {
        var held = new Gate();
        var both = Together.run(List.<Callable<String>>of(
                () -> {
                    companies.holding(company, payout, () -> {
                        held.open();
                        companies.awaitWaiting("payout_task");
                        change.run();
                    });
                    return "changed";
                },
                () -> {
                    held.pass();
                    return request.get();
                }));
        both.forEach(Together.Outcome::get);
        return both.get(1).get();
    }

    private Response begin(PayoutId payout) {
        return first.post(
                company.scope().path() + "/payouts/authorizations",
                Map.of("id", ids.next().toString(), "payout", companies.pick(company, payout)));
    }
}
