package io.sarf.payouts.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.team.Person;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PickyBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The person who connected a login that has expired signs in anew. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ReconnectIT {
    private static final String NEW = "the new one";

    @Inject
    PayingCompanies companies;

    @Inject
    Connections connections;

    @Inject
    ExpireCredentials expire;

    @Inject
    RenewCredentials renew;

    @Inject
    ReserveCredentials reserve;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private PickyBank bank;
    private PayingCompany company;
    private BankConnection before;
    private Caller owner;
    private Caller other;

    @BeforeEach
    void a_company_whose_default_authorizer_has_expired() {
        bank = new PickyBank(clock);
        company = companies.open(bank);
        before = source();
        bank.password(before.bankUser(), NEW);
        expire.ifRejected(before, new AccountsAnswer.CredentialsExpired());
        owner = new Caller(company.owner(), company.scope().path() + "/payouts/new");
        other = new Caller(company.first(), company.scope().path() + "/payouts/new");
        assertThat(source().expired()).isTrue();
    }

    @Test
    void the_pages_offer_it_to_the_person_who_connected_it_and_tell_others_who_that_is() {
        for (var page : List.of("/connections", "/payouts/source")) {
            assertThat(owner.get(company.scope().path() + page)).contains(address(), "Reconnect");
            assertThat(other.get(company.scope().path() + page))
                    .contains("Owner connected it and can reconnect it")
                    .doesNotContain(address());
        }
        assertThat(owner.get(address())).contains("Reconnect Paper Bank", before.bankUserName());
        assertThat(other.get(address()))
                .contains("Owner connected it and can reconnect it")
                .doesNotContain("name=\"password\"");
    }

    @Test
    void with_the_new_password_it_works_again_and_is_held_again() {
        bank.asked("hold");

        var page = owner.landing(post(owner, before.bankUser(), NEW));

        assertThat(page).contains("Paper Bank is connected again");
        var after = source();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.endUserId()).isEqualTo(before.endUserId());
        assertThat(after.status()).isEqualTo(BankConnection.Status.ACTIVE);
        assertThat(after.defaultAuthorizer()).isTrue();
        assertThat(after.reserved()).isTrue();
        assertThat(bank.asked("hold")).isEqualTo(1);
        assertThat(announced())
                .containsExactly("payment_source.created", "payment_source.updated", "payment_source.updated");
    }

    @Test
    void a_wrong_password_is_asked_for_again_and_nothing_typed_comes_back_but_the_name() {
        var answer = post(owner, before.bankUser(), "a guess");

        answer.then().statusCode(422);
        assertThat(answer.asString())
                .contains("does not know this user name with this password", "Reconnect Paper Bank")
                .contains(before.bankUser())
                .doesNotContain("a guess");
        assertThat(source().expired()).isTrue();
    }

    @Test
    void where_the_bank_wants_a_code_it_is_the_second_step() {
        bank.wantsCodeAtConnect();
        var window = post(owner, before.bankUser(), NEW)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(owner.get(window)).contains("Enter the code", address());
        assertThat(source().expired()).isTrue();
        owner.post(window + "/code", Map.of("code", "9999", "bank", before.bank()))
                .then()
                .statusCode(422);

        for (var time = 0; time < 2; time++) {
            // As it is typed on an Arabic keyboard: no attempt is lost.
            var answer = owner.post(window + "/code", Map.of("code", "١١١١", "bank", before.bank()));
            assertThat(owner.landing(answer)).contains("connected");
        }

        assertThat(source().expired()).isFalse();
        assertThat(happened()).containsOnlyOnce("connection.renewed");
    }

    @Test
    void nobody_else_can() {
        bank.asked("connect");

        var answer = post(other, before.bankUser(), NEW);

        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("Only the person who connected it can reconnect it");
        assertThat(bank.asked("connect")).isZero();
        assertThat(source().expired()).isTrue();
    }

    @Test
    void the_login_of_another_bank_user_is_refused() {
        var answer = post(owner, "somebody else", "password");

        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("credentials of another bank user");
        assertThat(source().expired()).isTrue();
        assertThat(source().bankUser()).isEqualTo(before.bankUser());
    }

    @Test
    void two_at_once_are_both_told_that_it_is_done_and_it_is_done_once() {
        for (var round = 0; round < 10; round++) {
            var both = Together.run(2, () -> renew(company.owner()));

            assertThat(both).allSatisfy(one -> assertThat(one.get()).isInstanceOf(ConnectBank.Step.Renewed.class));
            assertThat(happened()).filteredOn("connection.renewed"::equals).hasSize(round + 1);
            expire.ifRejected(source(), new AccountsAnswer.CredentialsExpired());
            assertThat(source().expired()).isTrue();
        }
    }

    @Test
    void a_late_no_to_the_old_credentials_says_nothing_of_the_new_ones() {
        renew(company.owner());

        expire.ifRejected(before, new AccountsAnswer.CredentialsExpired());

        assertThat(source().status()).isEqualTo(BankConnection.Status.ACTIVE);
        assertThat(happened()).endsWith("connection.renewed");
    }

    @Test
    void two_who_are_turned_away_at_once_expire_it_once() {
        renew(company.owner());
        var used = source();

        Together.run(4, () -> {
                    expire.ifRejected(used, new AccountsAnswer.CredentialsExpired());
                    return "heard";
                })
                .forEach(Together.Outcome::get);

        assertThat(happened())
                .containsExactly(
                        "connection.connected", "connection.expired", "connection.renewed", "connection.expired");
    }

    @Test
    void what_has_not_expired_needs_no_reconnecting() {
        renew(company.owner());
        bank.asked("connect");

        assertThat(owner.get(address()))
                .contains("there is nothing to reconnect")
                .doesNotContain("name=\"password\"");
        assertThat(owner.landing(post(owner, before.bankUser(), "anything"))).contains("is connected again");
        assertThat(bank.asked("connect")).isZero();
    }

    @Test
    void when_that_person_has_left_the_pages_say_so_and_whom_to_ask() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE member SET removed_at = :now WHERE application = :application AND person = :person")
                        .setParameter("now", clock.instant())
                        .setParameter(
                                "application", company.scope().application().value())
                        .setParameter("person", company.owner().id())
                        .executeUpdate());

        for (var page : List.of("/connections", "/payouts/source")) {
            assertThat(other.get(company.scope().path() + page))
                    .contains("is no longer a Financial Controller here", "Ask your representative");
        }
        assertThat(other.get(address())).contains("Ask your representative");
    }

    @Test
    void a_login_that_cannot_be_held_any_more_is_not_asked_for_again_and_again() {
        bank.wantsCodeAtConnect();
        var step = (ConnectBank.Step.OtpNeeded)
                renew.begin(company.scope(), company.owner(), before.id(), new Credentials(before.bankUser(), NEW));
        bank.password(before.bankUser(), "changed meanwhile");
        bank.asked("hold");
        owner.landing(owner.post(
                CodePages.url(company.scope(), step.attempt()) + "/code",
                Map.of("code", PickyBank.CODE, "bank", before.bank())));
        assertThat(bank.asked("hold")).isEqualTo(1);
        assertThat(source().expired()).isTrue();

        reserve.again();

        assertThat(bank.asked("hold")).isZero();
    }

    private ConnectBank.Step renew(Person person) {
        return renew.begin(company.scope(), person, before.id(), new Credentials(before.bankUser(), NEW));
    }

    private Response post(Caller who, String userName, String password) {
        return who.post(address(), Map.of("user_name", userName, "password", password));
    }

    private String address() {
        return RenewPages.url(company.scope(), before.id());
    }

    private BankConnection source() {
        return connections
                .defaultAuthorizer(company.scope(), bank.profile().identifier())
                .orElseThrow();
    }

    private List<String> happened() {
        return entries("type");
    }

    private List<String> announced() {
        return entries("eventType");
    }

    private List<String> entries(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select " + what + " from JournalEntry where subject = :id order by subjectVersion, id",
                                String.class)
                        .setParameter("id", before.id().value())
                        .getResultList());
    }
}
