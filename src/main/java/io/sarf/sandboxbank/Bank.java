package io.sarf.sandboxbank;

import java.time.Duration;

/** The bank's rooms, each knowing those it needs. */
final class Bank implements AutoCloseable {
    final Database database;
    final Switches switches;
    final BankClock clock;
    final Faults faults;
    final Maintenance maintenance;
    final Ledger ledger;
    final Books books;
    final OrderCalls calls;
    final Orders orders;
    final Counter counter;
    final Sessions sessions;
    final Beneficiaries beneficiaries;
    final QueueOrder queueOrder;
    final Authorizations authorizations;
    final Approvals approvals;
    final Challenges challenges;
    final Settling settling;
    final TestUsers testUsers;
    final TimeLapse timeLapse;

    Bank(SandboxBankSettings settings) {
        database = Database.open(settings);
        switches = new Switches(database);
        clock = new BankClock(settings.clock(), switches);
        faults = new Faults(switches);
        maintenance = new Maintenance(clock);
        ledger = new Ledger(database);
        books = new Books(database);
        calls = new OrderCalls(database, clock, switches);
        orders = new Orders(database, clock, calls);
        counter = new Counter(database, maintenance);
        challenges = new Challenges(clock);
        sessions = new Sessions(database, challenges, maintenance, counter);
        beneficiaries = new Beneficiaries(clock);
        Duration delay = settings.settlingDelay();
        approvals = new Approvals(orders, ledger, clock, switches, delay);
        queueOrder =
                new QueueOrder(counter, orders, beneficiaries, maintenance, approvals, switches, settings.slowAnswer());
        var releases = new Releases(database, orders, approvals, switches);
        authorizations = new Authorizations(counter, orders, approvals, challenges, releases, clock);
        settling = new Settling(database, orders, approvals, clock);
        testUsers = new TestUsers(database, ledger, clock);
        timeLapse = new TimeLapse(database, settling);
    }

    @Override
    public void close() {
        database.close();
    }
}
