package io.sarf.payouts.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ChangeDefaultAuthorizer;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.team.Person;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PickyBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Financial Controller removes a bank connection, and sees first who and what is affected. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ConnectionRemovalIT {
    @Inject
    PayingCompanies companies;

    @Inject
    Connections connections;

    @Inject
    ChangeDefaultAuthorizer passOn;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private PickyBank bank;
    private PayingCompany company;
    private BankConnection source;
    private Caller owner;
    private Caller first;

    @BeforeEach
    void a_company() {
        bank = new PickyBank(clock);
        company = companies.open(bank);
        source = of(company.owner());
        owner = new Caller(company.owner(), company.scope().path() + "/payouts/new");
        first = new Caller(company.first(), company.scope().path() + "/payouts/new");
    }

    @Test
    void it_is_offered_for_the_payment_source_and_for_ones_own_and_not_for_that_of_another_member() {
        assertThat(first.get(list()))
                .contains("href=\"" + removal(source) + "\"", "href=\"" + removal(of(company.first())) + "\"")
                .doesNotContain("href=\"" + removal(of(company.second())) + "\"");
        assertThat(first.get(removal(of(company.second()))))
                .contains("Only Second Controller, who connected it, can remove it")
                .doesNotContain("name=\"understood\"");
        remove(first, of(company.second()), false).then().statusCode(422);
        assertThat(of(company.second()).status()).isEqualTo(BankConnection.Status.ACTIVE);
    }

    @Test
    void the_page_shows_first_what_is_not_sent_under_way_and_waiting_and_who_can_still_authorize() {
        companies.queued(company);
        companies.queued(company);
        companies.sending(companies.pay(company, true));
        companies.pay(company, false);

        assertThat(first.get(removal(source)).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .containsPattern("Payouts not sent yet 1 payout: [^A-Z]*AED[^A-Z]*120.00[^A-Z]* They fail")
                .containsPattern("Payouts on their way 1 payout: [^A-Z]*AED[^A-Z]*120.00[^A-Z]* They come to their end")
                .containsPattern("to be authorized 2 payouts: [^A-Z]*AED[^A-Z]*240.00[^A-Z]* They stay at the bank")
                .contains("Destinations 1 They cannot be paid")
                .contains("First Controller , Second Controller They stay connected")
                .contains("Owner can use " + source.bankUserName() + " in the bank&#39;s online banking again");
        assertThat(of(company.owner()).status()).isEqualTo(BankConnection.Status.ACTIVE);
    }

    @Test
    void without_the_box_or_when_it_became_something_else_meanwhile_nothing_is_removed() {
        owner.post(removal(source), Map.of("source", "true")).then().statusCode(422);
        owner.post(removal(source), Map.of()).then().statusCode(422);
        assertThat(of(company.owner()).status()).isEqualTo(BankConnection.Status.ACTIVE);

        var heir = of(company.first());
        passOn.passOn(
                company.scope(),
                source.id(),
                heir.id(),
                "She has left",
                Actor.representative(UUID.randomUUID(), "Rana"));
        var stale = remove(owner, source, true);
        stale.then().statusCode(422);
        assertThat(stale.asString()).contains("The default authorizer was changed meanwhile");
        assertThat(remove(first, heir, false).statusCode()).isEqualTo(422);
        assertThat(connections.all(company.scope())).hasSize(3);
    }

    @Test
    void what_was_not_sent_fails_at_once_and_what_waits_is_seen_and_authorized_by_those_who_are_left() {
        var waiting = companies.queued(company);
        var unsent = companies.pay(company, false);
        rests(unsent);

        assertThat(owner.landing(remove(owner, source, true))).contains("The connection to Paper Bank is removed");
        companies.work(company);

        assertThat(companies.status(company, unsent)).isEqualTo("FAILED");
        assertThat(companies.status(company, waiting)).isEqualTo("AWAITING_AUTHORIZATION");
        var list = company.scope().path() + "/payouts";
        assertThat(first.get(list)).contains("No bank to pay from", "/payouts/" + waiting);
        var window = first.landing(first.post(
                list + "/authorizations",
                Map.of("id", UUID.randomUUID().toString(), "payout", companies.pick(company, waiting))));
        assertThat(window).contains("name=\"otp\"");
    }

    @Test
    void it_is_taken_back_with_the_kept_credentials_for_a_day() {
        var waiting = companies.queued(company);
        owner.landing(remove(owner, source, true));

        first.post(company.scope().path() + "/payouts/" + waiting + "/cancellation", Map.of())
                .then()
                .statusCode(303);
        companies.work(company);

        assertThat(companies.status(company, waiting)).isEqualTo("CANCELLED");
    }

    @Test
    void when_nobody_is_connected_any_more_the_payouts_are_still_there() {
        var waiting = companies.queued(company);
        owner.landing(remove(owner, source, true));
        first.landing(remove(first, of(company.first()), false));
        var second = new Caller(company.second(), company.scope().path() + "/payouts");
        second.landing(remove(second, of(company.second()), false));

        assertThat(first.get(company.scope().path() + "/payouts")).contains("/payouts/" + waiting);
        assertThat(connections.all(company.scope())).isEmpty();
    }

    @Test
    void a_manual_authorizers_own_goes_without_touching_the_source_and_twice_is_once() {
        var own = of(company.first());

        for (var time = 0; time < 2; time++) {
            assertThat(first.landing(remove(first, own, false))).contains("The connection to Paper Bank is removed");
        }

        assertThat(connections.all(company.scope())).hasSize(2);
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
        assertThat(happened(own)).isEqualTo(1);
    }

    @Test
    void what_belongs_to_somebody_who_has_left_any_financial_controller_removes() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE member SET removed_at = :now WHERE application = :application AND person = :person")
                        .setParameter("now", clock.instant())
                        .setParameter(
                                "application", company.scope().application().value())
                        .setParameter("person", company.second().id())
                        .executeUpdate());

        first.landing(remove(first, of(company.second()), false));

        assertThat(connections.all(company.scope())).hasSize(2);
    }

    private static io.restassured.response.Response remove(Caller who, BankConnection connection, boolean source) {
        return who.post(
                connection.scope().path() + "/connections/" + connection.id() + "/removal",
                Map.of("source", Boolean.toString(source), "understood", "true"));
    }

    private String list() {
        return company.scope().path() + "/connections";
    }

    private String removal(BankConnection connection) {
        return list() + "/" + connection.id() + "/removal";
    }

    private BankConnection of(Person person) {
        return connections
                .of(company.scope(), person.id(), bank.profile().identifier())
                .orElseThrow();
    }

    /** Not to be looked at for a long time, as when its destination cools off. */
    private void rests(PayoutId payout) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout_task SET due_at = :later WHERE id = :id")
                        .setParameter("later", clock.instant().plus(java.time.Duration.ofHours(24)))
                        .setParameter("id", payout.value())
                        .executeUpdate());
    }

    private long happened(BankConnection connection) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select count(*) from JournalEntry where subject = :id and type = 'connection.removed'",
                                Long.class)
                        .setParameter("id", connection.id().value())
                        .getSingleResult());
    }
}
