package io.sarf.payouts.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.work.WaitingCalls;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Eventually;
import io.sarf.testing.Gate;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bank that does not answer keeps those waiting who asked it, and nobody else. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class WaitingForBanksIT {
    @Inject
    PayingCompanies companies;

    @Inject
    MovableClock clock;

    private final ExecutorService browsers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        browsers.shutdownNow();
    }

    @Test
    void a_company_that_keeps_all_its_places_waiting_is_refused_one_more_and_takes_none_of_another_company() {
        var gate = new Gate();
        var asked = new AtomicInteger();
        var slow = companies.open(new PaperBank(clock) {
            @Override
            public AccountsAnswer accounts(Credentials credentials) {
                asked.incrementAndGet();
                gate.pass();
                return super.accounts(credentials);
            }
        });
        var waiting = IntStream.range(0, WaitingCalls.MOST_OF_ONE)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> refresh(slow), browsers))
                .toList();
        Eventually.holds("all places taken", () -> asked.get() == WaitingCalls.MOST_OF_ONE);

        var refused = refresh(slow);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        var quick = companies.open(new PaperBank(clock));
        assertThat(refresh(quick).statusCode()).isEqualTo(303);
        new Caller(slow.first(), slow.scope().path() + "/payouts/new");

        gate.open();
        assertThat(waiting)
                .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(303));
        assertThat(refresh(slow).statusCode()).isEqualTo(303);
    }

    private Response refresh(PayingCompany company) {
        return new Caller(company.first(), company.scope().path() + "/payouts/new")
                .post(company.scope().path() + "/payouts/source/refreshing", Map.of());
    }
}
