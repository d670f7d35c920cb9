package io.sarf.payouts.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.access.EnabledPayouts;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.bank.WorkAtBanks;
import io.sarf.payouts.connection.ConnectedPeople;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.creation.SingleCreations;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.payouts.destination.KnownPayees;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.ondemand.Releasing;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payouttab.FormPayouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.work.Lease;
import io.sarf.testing.Eventually;
import io.sarf.testing.PaperBank;
import io.sarf.testing.PaperBanks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Founds companies for tests through the product's own use cases, and looks at what became of their payouts. */
@ApplicationScoped
public class PayingCompanies {

    private final Applications applications;
    private final KnownPeople people;
    private final EnabledPayouts enabled;
    private final PaperBanks banks;
    private final ConnectedPeople connected;
    private final KnownPayees payees;
    private final SourceAccounts accounts;
    private final CreatePayouts create;
    private final SingleCreations creations;
    private final FormPayouts forms;
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final SingleSteps advance;
    private final Releasing release;
    private final Connections connections;
    private final BeneficiaryWork beneficiaries;
    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    PayingCompanies(
            Applications applications,
            KnownPeople people,
            EnabledPayouts enabled,
            PaperBanks banks,
            ConnectedPeople connected,
            KnownPayees payees,
            SourceAccounts accounts,
            CreatePayouts create,
            SingleCreations creations,
            FormPayouts forms,
            Payouts payouts,
            PayoutTasks tasks,
            SingleSteps advance,
            Releasing release,
            Connections connections,
            BeneficiaryWork beneficiaries,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.people = people;
        this.enabled = enabled;
        this.banks = banks;
        this.connected = connected;
        this.payees = payees;
        this.accounts = accounts;
        this.create = create;
        this.creations = creations;
        this.forms = forms;
        this.payouts = payouts;
        this.tasks = tasks;
        this.advance = advance;
        this.release = release;
        this.connections = connections;
        this.beneficiaries = beneficiaries;
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** A company with this bank; what other companies have left to be done is put to rest. */
    public PayingCompany open(PaperBank bank) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout_task SET due_at = NULL")
                        .executeUpdate());
        banks.open(bank);
        var application = QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Acme Trading", clock.instant()).id());
        var scope = new Scope(application, Environment.SANDBOX);
        var owner = people.member(application, "Owner", Role.OWNER, Role.FINANCIAL_CONTROLLER);
        var first = people.member(application, "First Controller", Role.FINANCIAL_CONTROLLER);
        var second = people.member(application, "Second Controller", Role.FINANCIAL_CONTROLLER);
        enabled.open(scope, owner, first, second);
        connected.connect(scope, owner, bank);
        connected.connect(scope, first, bank);
        connected.connect(scope, second, bank);
        var payee = payees.add(scope, owner.actor());
        return new PayingCompany(
                scope, bank, owner, first, second, accounts.all(scope).get(0).id(), payee.id());
    }

    /** What the company has to do is due, also after another company was opened. */
    public void due(PayingCompany company) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE payout_task SET due_at = :now WHERE application = :application")
                        .setParameter("now", clock.instant())
                        .setParameter(
                                "application", company.scope().application().value())
                        .executeUpdate());
    }

    /** A payout that was just created, and is due: by its owner, or by its back end where nobody is to authorize it. */
    public PayoutId pay(PayingCompany company, boolean automatic) {
        return automatic ? payByApi(company, true) : payAs(company, company.owner(), false);
    }

    /** The same, by the back end. */
    public PayoutId payByApi(PayingCompany company, boolean automatic) {
        var id = new PayoutId(ids.next());
        creations.create(new CreationQueue.Call(
                company.scope(),
                null,
                Actor.client(ids.next()),
                null,
                0,
                List.of(new CreationQueue.Call.Wanted(id, wanted(company, automatic))),
                this::unchecked));
        return id;
    }

    private CreationQueue.Call.Plan unchecked(CreationQueue.Call call, Parties parties) {
        var made = call.wanted().stream()
                .map(one -> create.payout(one.id(), parties, one.payout(), call.by()))
                .toList();
        return new CreationQueue.Call.Plan(
                ApiAnswer.of(200, Map.of()), () -> new CreatePayouts.Made(made, null, call.by()));
    }

    /** The same, by a person in the dashboard who has just signed in. */
    public PayoutId payAs(PayingCompany company, Person person, boolean automatic) {
        return forms.create(company.scope(), fresh(person), new PayoutId(ids.next()), wanted(company, automatic));
    }

    /** The person after signing in again. */
    public Person fresh(Person person) {
        return new Person(person.id(), person.email(), person.emailVerified(), person.name(), clock.instant());
    }

    private static NewPayout wanted(PayingCompany company, boolean automatic) {
        return new NewPayout(
                company.account(), company.destination(), new BigDecimal("120.00"), null, "Salary", null, automatic);
    }

    /** A payout that the bank has taken and somebody has to authorize. */
    public PayoutId queued(PayingCompany company) {
        var payout = pay(company, false);
        var lease = lease(payout);
        var step = (Step.Queue) advance.prepare(lease).orElseThrow();
        advance.record(lease, company.bank().queue(connections.credentials(step.with()), step.order()));
        return payout;
    }

    /** Handed over, accepted and processed. */
    public PayoutId paid(PayingCompany company) {
        var payout = pay(company, true);
        var bank = company.bank();
        for (var step = 0; step < 3; step++) {
            // Once it is accepted it waits for the bank's report.
            QuarkusTransaction.requiringNew().run(() -> tasks.wake(company.scope(), payout, clock.instant()));
            var lease = lease(payout);
            var next = advance.prepare(lease).orElseThrow();
            if (next instanceof Step.Queue queue) {
                advance.record(lease, bank.queue(connections.credentials(queue.with()), queue.order()));
            } else if (next instanceof Step.Authorize authorize) {
                var accepted = new Verdict.Accepted("REF-" + authorize.reference());
                advance.record(lease, new BeginAnswer.Done(Map.of(authorize.reference(), accepted)));
            } else {
                advance.record(lease, new OrderStatus.Processed("REF-" + reference(payout)));
            }
        }
        return payout;
    }

    /** Plays a node until nothing is due any more. */
    public void work(PayingCompany company) {
        beneficiaries.run(1_000).toCompletableFuture().join();
        for (var due = claim(company, 100); !due.isEmpty(); due = claim(company, 100)) {
            due.forEach(lease -> advance.step(company.bank().profile().identifier(), lease));
        }
    }

    /** Takes what is due of the company, as one node does. */
    public List<Lease> claim(PayingCompany company, int limit) {
        return tasks.claim(shares(company), limit);
    }

    /** Those with due payouts. */
    public List<WorkAtBanks.Share> shares(PayingCompany company) {
        return tasks.due().stream()
                .filter(share ->
                        share.application().equals(company.scope().application().value()))
                .toList();
    }

    /** The payee's cool-off ended long ago, and no node has ended it. */
    public void coolOffOverdue(PayingCompany company) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE beneficiary SET due_at = NULL,"
                                + " status = 'AWAITING_BENEFICIARY_COOL_OFF', cool_off_until = :until"
                                + " WHERE destination = :payee")
                        .setParameter("until", clock.instant().minus(Duration.ofHours(1)))
                        .setParameter("payee", company.destination().value())
                        .executeUpdate());
    }

    /** The bank now says this of the payee's name. */
    public void nameCheck(PayingCompany company, NameCheck.Result verdict) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE beneficiary SET name_check = :verdict WHERE destination = :payee")
                        .setParameter("verdict", verdict.name())
                        .setParameter("payee", company.destination().value())
                        .executeUpdate());
    }

    /** Clients may, or may not, release payouts on demand. */
    public void onDemand(PayingCompany company, boolean enabled) {
        QuarkusTransaction.requiringNew().run(() -> {
            var environment = applications.require(company.scope());
            if (enabled) {
                environment.enableOnDemand(clock.instant());
            } else {
                environment.disableOnDemand();
            }
        });
    }

    /** The sandbox asks for a second person, or does not. */
    public void secondPerson(PayingCompany company, boolean asked) {
        QuarkusTransaction.requiringNew()
                .run(() -> applications.require(company.scope()).askForSecondPerson(asked));
    }

    /** The person is a Financial Controller no more. */
    public void noController(PayingCompany company, Person person) {
        change(
                "DELETE FROM member_role WHERE role = 'FINANCIAL_CONTROLLER' AND member IN"
                        + " (SELECT id FROM member WHERE application = :application AND person = :person)",
                company,
                person);
    }

    /** The representative makes this person's credentials the default authorizer. */
    public void defaultAuthorizer(PayingCompany company, Person person) {
        change(
                "UPDATE bank_connection SET default_authorizer = NULL WHERE application = :application AND connected_by <> :person",
                company,
                person);
        change(
                "UPDATE bank_connection SET default_authorizer = TRUE WHERE application = :application AND connected_by = :person",
                company,
                person);
    }

    private void change(String statement, PayingCompany company, Person person) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement)
                        .setParameter(
                                "application", company.scope().application().value())
                        .setParameter("person", person.id())
                        .executeUpdate());
    }

    /** Does it while nobody else can move the payout; everybody else sees it when it is committed. */
    public void holding(PayingCompany company, PayoutId payout, Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            tasks.lock(company.scope(), payout);
            work.run();
        });
    }

    /** The payee of the company is another one to whoever was shown its payouts. */
    void shownOtherwise(PayingCompany company) {
        payouts.shownOtherwise(company.scope(), company.destination());
    }

    /** Returns once somebody waits for a row of this table. */
    public void awaitWaiting(String table) {
        awaitStatement("SELECT % FROM " + table + " %FOR UPDATE");
    }

    /** Returns once the server works at such a statement, or waits to do so. */
    public void awaitStatement(String like) {
        Eventually.get(
                "statement like " + like,
                () -> QuarkusTransaction.requiringNew().call(() -> running(like)) > 0
                        ? Optional.of(true)
                        : Optional.empty());
    }

    private long running(String like) {
        return ((Number) entities.createNativeQuery(
                                "SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
                                        + " AND info LIKE :statement")
                        .setParameter("statement", like)
                        .getSingleResult())
                .longValue();
    }

    /** Orders are, or are not, shown in the bank's portal. */
    public void portal(PayingCompany company, boolean enabled) {
        QuarkusTransaction.requiringNew().run(() -> {
            var environment = applications.require(company.scope());
            if (enabled) {
                environment.enableBankPortal(clock.instant());
            } else {
                environment.disableBankPortal();
            }
        });
    }

    /** Somebody lets it be authorized by the default authorizer, and no node has asked the bank yet. */
    public void release(PayingCompany company, PayoutId payout) {
        QuarkusTransaction.requiringNew()
                .run(() -> release.release(
                        company.scope(),
                        ids.next(),
                        List.of(payout.value()),
                        company.owner().actor()));
    }

    public String flow(PayingCompany company, PayoutId id) {
        return String.valueOf(payouts.require(company.scope(), id).flow().way());
    }

    /** How many payouts there are, and how many of everything a payout is made of. */
    public List<Long> rows(PayingCompany company) {
        return QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        count(company, "Payout"),
                        count(company, "PayoutTask"),
                        count(company, "Destination"),
                        count(company, "Beneficiary")));
    }

    private long count(PayingCompany company, String entity) {
        return entities.createQuery("select count(*) from " + entity + " where scope = :scope", Long.class)
                .setParameter("scope", company.scope())
                .getSingleResult();
    }

    /** A node has decided to send it, and nobody knows what became of the call. */
    public void sending(PayoutId payout) {
        advance.prepare(lease(payout));
    }

    /** Payouts is taken away from the company, and given back. */
    public void close(PayingCompany company) {
        QuarkusTransaction.requiringNew()
                .run(() -> applications.require(company.scope()).disablePayouts());
    }

    public void reopen(PayingCompany company) {
        QuarkusTransaction.requiringNew()
                .run(() -> applications.require(company.scope()).enablePayouts(clock.instant()));
    }

    /** Claims the payout's task as a node does. */
    public Lease lease(PayoutId payout) {
        return tasks.due().stream()
                .flatMap(share -> tasks.claim(List.of(share), 100).stream())
                .filter(lease -> lease.work().equals(payout.value()))
                .findFirst()
                .orElseThrow();
    }

    /** As the page with the list shows it. */
    public String pick(PayingCompany company, PayoutId payout) {
        return payout + ":" + payouts.require(company.scope(), payout).revision();
    }

    public String status(PayingCompany company, PayoutId id) {
        return payouts.require(company.scope(), id).status().name();
    }

    public OurReference reference(PayoutId id) {
        return id.reference();
    }

    /** When it is to be taken further; null while it rests. */
    public @Nullable Instant dueAt(PayoutId id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select dueAt from PayoutTask where id = :id", Instant.class)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull());
    }

    /** The types of everything that happened to it, in order. */
    public List<String> events(PayoutId id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select type from JournalEntry where subject = :id order by subjectVersion, id",
                                String.class)
                        .setParameter("id", id.value())
                        .getResultList());
    }
}
