package io.sarf.payouts.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.ReserveAnswer;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Killed;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other credentials become the default authorizer: what goes on with them, and what happens at the same moment. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ChangeDefaultAuthorizerIT {
    private static final Actor REPRESENTATIVE = Actor.representative(new UUID(0, 7), "Rana");

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Connections connections;

    @Inject
    SourceAccounts accounts;

    @Inject
    ChangeDefaultAuthorizer passOn;

    @Inject
    ExpireCredentials expire;

    @Inject
    RenewCredentials renew;

    @Inject
    RemoveConnection remove;

    @Inject
    ReserveCredentials reserve;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private HoldingBank bank;
    private PayingCompany company;
    private Program program;
    private BankConnection owner;
    private BankConnection first;
    private BankConnection second;

    @BeforeEach
    void a_company() {
        bank = new HoldingBank(clock);
        company = companies.open(bank);
        program = programs.program(company.scope());
        owner = of(company.owner());
        first = of(company.first());
        second = of(company.second());
    }

    @Test
    void the_client_sees_the_same_source_with_its_accounts_and_beneficiaries_and_is_told_of_the_new_credentials() {
        var sources = "/customers/v1/"
                + program.call()
                        .get("/customers/v1/app-user-id/" + company.scope().application())
                        .then()
                        .extract()
                        .<String>path("customer_id")
                + "/payment-sources";
        String before = program.call().get(sources).then().extract().asString();

        pass(owner, first);

        assertThat(program.call().get(sources).then().extract().asString()).isEqualTo(before);
        program.call()
                .get(sources + "/" + owner.id())
                .then()
                .statusCode(200)
                .body("id", is(owner.id().toString()))
                .body("accounts", hasSize(1))
                .body("beneficiaries", hasSize(1));
        assertThat(told())
                .contains("\"id\":\"" + owner.id() + "\"", "\"end_user_id\":\"" + first.endUserId() + "\"")
                .contains("\"status\":\"ACTIVE\"");
        pass(first, second);
        program.call().get(sources + "/" + owner.id()).then().statusCode(200);
        pass(second, owner);
        assertThat(program.call().get(sources).then().extract().asString()).isEqualTo(before);
        program.call()
                .body("{\"reason\":\"USER_REQUESTED\"}")
                .delete(sources + "/" + owner.id())
                .then()
                .statusCode(200);
    }

    @Test
    void it_is_journalled_with_both_persons_the_reason_and_the_representative() {
        pass(owner, first);

        assertThat(entry("actorName || ' ' || type || ' ' || payload"))
                .contains("Rana connection.passed_on", "Owner", "First Controller", "She has left")
                .contains(owner.bankUserName(), first.bankUserName());
    }

    @Test
    void what_was_not_sent_goes_by_the_new_ones_and_what_is_queued_stays_as_it_was() {
        var queued = companies.queued(company);
        var unsent = companies.pay(company, false);

        pass(owner, first);
        companies.work(company);

        assertThat(queuedBy(queued)).isEqualTo(owner.id());
        assertThat(queuedBy(unsent)).isEqualTo(first.id());
        assertThat(bank.handedOverBy(companies.reference(unsent))).isEqualTo(first.bankUser());
        assertThat(bank.orderCalls(companies.reference(queued))).isEqualTo(1);
    }

    @Test
    void a_payout_written_down_while_it_changed_goes_by_the_new_ones_too() {
        var unsent = companies.pay(company, false);
        pass(owner, first);
        queuedBy(unsent, owner);

        companies.work(company);

        assertThat(bank.handedOverBy(companies.reference(unsent))).isEqualTo(first.bankUser());
    }

    @Test
    void what_is_authorized_without_a_person_is_authorized_by_the_new_ones() {
        var automatic = companies.pay(company, true);
        companies.sending(automatic);
        bank.take(companies.reference(automatic));
        var onDemand = companies.queued(company);
        expireOwner();

        pass(of(company.owner()), first);
        clock.advance(Duration.ofMinutes(1));
        companies.due(company);
        companies.work(company);
        companies.release(company, onDemand);
        companies.work(company);

        assertThat(companies.status(company, automatic)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.status(company, onDemand)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(bank.challenges()).isZero();
    }

    @Test
    void what_is_taken_back_is_taken_back_by_the_new_ones_when_the_old_ones_have_expired() {
        var queued = companies.queued(company);
        expireOwner();
        pass(of(company.owner()), first);

        var caller = new Caller(company.first(), company.scope().path() + "/payouts/new");
        caller.post(company.scope().path() + "/payouts/" + queued + "/cancellation", Map.of())
                .then()
                .statusCode(303);
        companies.work(company);

        assertThat(companies.status(company, queued)).isEqualTo("CANCELLED");
    }

    @Test
    void a_destination_that_rested_because_the_old_ones_had_expired_is_asked_for_again() {
        bank.password(owner.bankUser(), "another");
        program.call().body("""
                        {"name":"Harbour Logistics","iban":"AE290330000012345678901","address":"Pier 4",
                        "city":"Abu Dhabi","country":"ARE","currency_iso_code":"AED"}""").post("/payouts/v1/payment/destinations").then().statusCode(403);

        pass(of(company.owner()), first);
        companies.work(company);

        assertThat(beneficiaries()).containsOnly("ACTIVE " + first.id()).hasSize(2);
    }

    @Test
    void the_bank_holds_the_new_ones_and_gives_the_old_ones_back() {
        pass(owner, first);

        assertThat(bank.reserved()).containsExactly(first.bankUser());
        assertThat(of(company.first()).reserved()).isTrue();
        assertThat(of(company.owner()).reserved()).isFalse();
    }

    @Test
    void whoever_dies_before_the_bank_is_told_leaves_it_to_the_next_round() {
        bank.dies(true);
        assertThatThrownBy(() -> pass(owner, first)).isInstanceOf(Killed.class);
        assertThat(of(company.first()).defaultAuthorizer()).isTrue();
        assertThat(bank.reserved()).containsExactly(owner.bankUser());
        bank.dies(false);
        var payout = companies.queued(company);
        assertThat(authorize(company.owner(), payout)).contains("has not given your credentials back yet");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");

        reserve.again();
        reserve.clean();

        assertThat(bank.reserved()).containsExactly(first.bankUser());
        assertThat(authorize(company.owner(), payout)).contains("name=\"otp\"");
        reserve.again();
        reserve.clean();
        assertThat(bank.reserved()).containsExactly(first.bankUser());
    }

    @Test
    void old_ones_that_are_renewed_before_the_bank_has_given_them_back_are_given_back_all_the_same() {
        expireOwner();
        bank.dies(true);
        assertThatThrownBy(() -> pass(of(company.owner()), first)).isInstanceOf(Killed.class);
        bank.dies(false);
        renew.begin(company.scope(), company.owner(), owner.id(), new Credentials(owner.bankUser(), "password"));

        reserve.again();
        reserve.clean();

        assertThat(bank.reserved()).containsExactly(first.bankUser());
    }

    @Test
    void the_new_connector_may_not_authorize_any_more_and_the_old_one_may() {
        var payout = companies.queued(company);
        pass(owner, first);

        var refused = authorize(company.first(), payout);
        assertThat(refused).contains("You connected the default authorizer");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");

        assertThat(authorize(company.owner(), payout)).contains("name=\"otp\"");
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
    }

    @Test
    void credentials_the_bank_is_being_asked_to_authorize_with_do_not_become_the_default_authorizer_meanwhile() {
        var payout = companies.queued(company);
        bank.beforeBegin(() -> assertThatThrownBy(() -> pass(owner, first))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("AUTHORIZING")));

        assertThat(authorize(company.first(), payout)).contains("name=\"otp\"");

        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
        pass(owner, first);
        assertThat(of(company.first()).defaultAuthorizer()).isTrue();
    }

    @Test
    void expired_removed_and_foreign_ones_are_not_made_the_default_authorizer() {
        expire.ifRejected(first, new AccountsAnswer.CredentialsExpired());
        remove.remove(company.scope(), second.id(), "USER_REQUESTED", REPRESENTATIVE);

        refused("STALE", owner, first);
        refused("STALE", owner, second);
        refused("STALE", owner, owner);
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
    }

    @Test
    void ones_the_bank_turns_away_when_asked_have_expired_and_nothing_is_changed() {
        bank.password(first.bankUser(), "another");

        refused("CREDENTIALS_EXPIRED", owner, first);

        assertThat(of(company.first()).expired()).isTrue();
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
        assertThat(bank.reserved()).containsExactly(owner.bankUser());
    }

    @Test
    void ones_that_do_not_see_the_accounts_or_a_bank_that_does_not_answer_change_nothing() {
        bank.accounts(new AccountsAnswer.Accounts(List.of()));
        refused("OTHER_ACCOUNTS", owner, first);
        bank.accounts(new AccountsAnswer.Unknown());
        refused("NO_ANSWER", owner, first);
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
    }

    @Test
    void of_two_representatives_at_once_one_is_told_that_it_stands_otherwise_and_the_same_wish_twice_is_one_change() {
        for (var round = 0; round < 5; round++) {
            var now = source();
            var others = connections.all(company.scope()).stream()
                    .filter(one -> !one.defaultAuthorizer())
                    .toList();
            var both = Together.run(others.stream()
                    .<Callable<String>>map(to -> () -> {
                        pass(now, to);
                        return to.id().toString();
                    })
                    .toList());

            assertThat(both)
                    .filteredOn(Together.Outcome::failed)
                    .singleElement()
                    .satisfies(one -> assertThat(one.fault())
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.code()).isEqualTo("STALE")));
            assertThat(both)
                    .filteredOn(one -> !one.failed())
                    .singleElement()
                    .satisfies(one -> assertThat(source().id().toString()).isEqualTo(one.get()));
        }
        var now = source();
        var to = now.id().equals(first.id()) ? second : first;
        var changes = changes();
        Together.run(3, () -> {
                    pass(now, to);
                    return "done";
                })
                .forEach(Together.Outcome::get);
        assertThat(changes()).isEqualTo(changes + 1);
        reserve.again();
        reserve.clean();
        assertThat(bank.reserved()).containsExactly(to.bankUser());
    }

    @Test
    void a_change_and_a_reconnect_at_once_leave_the_new_ones_in_charge_and_the_old_ones_renewed() {
        for (var round = 0; round < 5; round++) {
            expireOwner();
            var expired = of(company.owner());
            Together.run(List.<Callable<String>>of(
                            () -> {
                                pass(expired, first);
                                return "passed on";
                            },
                            () -> {
                                renew.begin(
                                        company.scope(),
                                        company.owner(),
                                        owner.id(),
                                        new Credentials(owner.bankUser(), "password"));
                                return "renewed";
                            }))
                    .forEach(Together.Outcome::get);
            reserve.again();
            reserve.clean();

            assertThat(source().id()).isEqualTo(first.id());
            assertThat(of(company.owner()).status()).isEqualTo(BankConnection.Status.ACTIVE);
            assertThat(accounts.all(company.scope()))
                    .allSatisfy(account -> assertThat(account.connection()).isEqualTo(first.id()));
            assertThat(bank.reserved()).containsExactly(first.bankUser());
            pass(first, of(company.owner()));
        }
    }

    @Test
    void a_change_while_the_bank_authorizes_without_a_person_leaves_its_answer_true() {
        var payout = companies.pay(company, true);
        bank.beforeBegin(() -> pass(owner, first));

        companies.work(company);
        clock.advance(Duration.ofMinutes(10));
        companies.work(company);

        // The bank was asked by credentials it had given back: it wants a code of a person, and a person it waits for.
        assertThat(companies.status(company, payout)).isIn("ACCEPTED_BY_BANK", "AUTHORIZING", "AWAITING_AUTHORIZATION");
        assertThat(bank.orderCalls(companies.reference(payout))).isEqualTo(1);
        assertThat(source().id()).isEqualTo(first.id());
    }

    @Test
    void balances_told_late_to_the_old_ones_do_not_give_the_accounts_back() {
        bank.beforeAccountsAnswer(() -> pass(owner, first));

        accounts.refresh(company.scope());

        assertThat(accounts.all(company.scope()))
                .allSatisfy(account -> assertThat(account.connection()).isEqualTo(first.id()));
    }

    private void expireOwner() {
        expire.ifRejected(of(company.owner()), new AccountsAnswer.CredentialsExpired());
        assertThat(of(company.owner()).expired()).isTrue();
    }

    private void pass(BankConnection from, BankConnection to) {
        passOn.passOn(company.scope(), from.id(), to.id(), "She has left", REPRESENTATIVE);
    }

    private void refused(String code, BankConnection from, BankConnection to) {
        assertThatThrownBy(() -> pass(from, to))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private String authorize(Person person, PayoutId payout) {
        var caller = new Caller(person, company.scope().path() + "/payouts/new");
        return caller.landing(caller.post(
                company.scope().path() + "/payouts/authorizations",
                Map.of("id", UUID.randomUUID().toString(), "payout", companies.pick(company, payout))));
    }

    private BankConnection of(Person person) {
        return connections
                .of(company.scope(), person.id(), bank.profile().identifier())
                .orElseThrow();
    }

    private BankConnection source() {
        return connections
                .defaultAuthorizer(company.scope(), bank.profile().identifier())
                .orElseThrow();
    }

    private ConnectionId queuedBy(PayoutId payout) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select connection from Payout where id = :id", ConnectionId.class)
                        .setParameter("id", payout.value())
                        .getSingleResult());
    }

    /** As it stands when the payout's transaction had read its account before the change. */
    private void queuedBy(PayoutId payout, BankConnection connection) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout SET connection = :connection WHERE id = :id")
                        .setParameter("connection", connection.id().value())
                        .setParameter("id", payout.value())
                        .executeUpdate());
    }

    private List<String> beneficiaries() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select cast(status as String) || ' ' || cast(connection as String) from Beneficiary"
                                        + " where scope = :scope",
                                String.class)
                        .setParameter("scope", company.scope())
                        .getResultList());
    }

    private long changes() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select count(*) from JournalEntry where application = :application and type = :type",
                                Long.class)
                        .setParameter(
                                "application", company.scope().application().value())
                        .setParameter("type", "connection.passed_on")
                        .getSingleResult());
    }

    private String told() {
        return entry("eventType || ' ' || eventPayload");
    }

    private String entry(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select " + what + " from JournalEntry where application = :application"
                                        + " and type = 'connection.passed_on' order by id desc",
                                String.class)
                        .setParameter(
                                "application", company.scope().application().value())
                        .setMaxResults(1)
                        .getSingleResult());
    }

    /** Remembers whom it holds, and lets a test do something while it is being asked. */
    private static final class HoldingBank extends io.sarf.testing.PickyBank {
        private final java.util.Set<String> holds = java.util.concurrent.ConcurrentHashMap.newKeySet();
        private final Map<String, String> by = new java.util.concurrent.ConcurrentHashMap<>();
        private boolean dying;
        private AccountsAnswer answer;
        private Runnable beforeBegin = () -> {};
        private Runnable beforeAccounts = () -> {};

        HoldingBank(java.time.Clock clock) {
            super(clock);
        }

        List<String> reserved() {
            return List.copyOf(holds);
        }

        String handedOverBy(io.sarf.payouts.bank.OurReference reference) {
            return by.get(reference.value());
        }

        void dies(boolean now) {
            dying = now;
        }

        void accounts(AccountsAnswer always) {
            answer = always;
        }

        void beforeBegin(Runnable once) {
            beforeBegin = once;
        }

        void beforeAccountsAnswer(Runnable once) {
            beforeAccounts = once;
        }

        /** The order arrived, and the answer got lost. */
        void take(io.sarf.payouts.bank.OurReference reference) {
            say(reference, new io.sarf.payouts.bank.OrderStatus.Queued("ORD-" + reference));
        }

        @Override
        public ReserveAnswer reserve(Credentials credentials) {
            if (dying) {
                throw new Killed();
            }
            var told = super.reserve(credentials);
            if (told instanceof ReserveAnswer.Reserved) {
                holds.add(credentials.userName());
            }
            return told;
        }

        @Override
        public boolean release(String bankUser) {
            holds.remove(bankUser);
            return super.release(bankUser);
        }

        @Override
        public AccountsAnswer accounts(Credentials credentials) {
            var told = answer == null ? super.accounts(credentials) : answer;
            var once = beforeAccounts;
            beforeAccounts = () -> {};
            once.run();
            return told;
        }

        @Override
        public io.sarf.payouts.bank.QueueAnswer queue(Credentials credentials, io.sarf.payouts.bank.Order order) {
            by.put(order.reference().value(), credentials.userName());
            return super.queue(credentials, order);
        }

        @Override
        public io.sarf.payouts.bank.BeginAnswer beginOnce(
                Credentials credentials, List<io.sarf.payouts.bank.OurReference> references) {
            var once = beforeBegin;
            beforeBegin = () -> {};
            once.run();
            return super.beginOnce(credentials, references);
        }
    }
}
