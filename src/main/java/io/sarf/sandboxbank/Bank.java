package io.sarf.sandboxbank;

import java.time.Duration;

final class Bank implements AutoCloseable {
    final Database database;
    final Simulation switches;
    final BankClock clock;
    final Faults faults;
    final Maintenance maintenance;
    final Ledger ledger;
    final Audit books;
    final OrderCalls calls;
    final Orders orders;
    final SignedInRoutes counter;
    final Sessions sessions;
    final Beneficiaries beneficiaries;
    final QueueOrder queueOrder;
    final Authorizations authorizations;
    final Approvals approvals;
    final Challenges challenges;
    final Settlement settling;
    final TestUsers testUsers;
    final TimeLapse timeLapse;

    Bank(SandboxBankSettings settings) {
        database = Database.open(settings);
        switches = new Simulation(database);
        clock = new BankClock(settings.clock(), switches);
        faults = new Faults(switches);
        maintenance = new Maintenance(clock);
        ledger = new Ledger(database);
        books = new Audit(database);
        calls = new OrderCalls(database, clock, switches);
        orders = new Orders(database, clock, calls);
        counter = new SignedInRoutes(database, maintenance);
        challenges = new Challenges(clock);
        sessions = new Sessions(database, challenges, maintenance, counter);
        beneficiaries = new Beneficiaries(clock);
        Duration delay = settings.settlingDelay();
        approvals = new Approvals(orders, ledger, clock, switches, delay);
        queueOrder =
                new QueueOrder(counter, orders, beneficiaries, maintenance, approvals, switches, settings.slowAnswer());
        var releases = new ReleaseOrders(database, orders, approvals, switches);
        authorizations = new Authorizations(counter, orders, approvals, challenges, releases, clock);
        settling = new Settlement(database, orders, approvals, clock);
        testUsers = new TestUsers(database, ledger, clock);
        timeLapse = new TimeLapse(database, settling);
    }

    @Override
    public void close() {
        database.close();
    }
}
