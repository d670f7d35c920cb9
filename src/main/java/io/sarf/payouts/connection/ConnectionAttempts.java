package io.sarf.payouts.connection;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.work.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

@ApplicationScoped
class ConnectionAttempts implements Retention {
    @ApplicationScoped
    static class Rows implements ScopedRows<ConnectionAttempt> {}

    private final Rows rows;
    private final Connections connections;
    private final Ids ids;
    private final Clock clock;

    ConnectionAttempts(Rows rows, Connections connections, Ids ids, Clock clock) {
        this.rows = rows;
        this.connections = connections;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    UUID open(
            Scope scope,
            Person person,
            String bank,
            boolean asDefault,
            Credentials credentials,
            ConnectAnswer.OtpNeeded needed) {
        var attempt = attempt(scope, person, bank, asDefault, credentials, needed);
        rows.persist(attempt);
        return attempt.id();
    }

    @Transactional
    UUID open(
            Scope scope,
            Person person,
            BankConnection renews,
            Credentials credentials,
            ConnectAnswer.OtpNeeded needed) {
        var attempt = attempt(scope, person, renews.bank(), renews.defaultAuthorizer(), credentials, needed);
        attempt.renews(renews.id());
        rows.persist(attempt);
        return attempt.id();
    }

    private ConnectionAttempt attempt(
            Scope scope,
            Person person,
            String bank,
            boolean asDefault,
            Credentials credentials,
            ConnectAnswer.OtpNeeded needed) {
        var id = ids.next();
        var sealed = connections.sealed(credentials, BankConnection.placeOf(scope, id));
        var attempt = new ConnectionAttempt(id, scope, person.id(), bank, asDefault, sealed);
        attempt.challenged(needed);
        return attempt;
    }

    /** Finds the person's own attempt; another person's is missing. */
    @Transactional
    ConnectionAttempt require(Scope scope, Person person, UUID id) {
        return rows.within(scope, "id = ?1 and person = ?2", id, person.id())
                .firstResultOptional()
                .orElseThrow(() -> new Missing("connection attempt"));
    }

    @Transactional
    void wrong(Scope scope, Person person, UUID id) {
        require(scope, person, id).wrong();
    }

    @Transactional
    void close(Scope scope, Person person, UUID id) {
        rows.delete(require(scope, person, id));
    }

    @Override
    public String table() {
        return "connection_attempt";
    }

    @Override
    public Duration life() {
        return Duration.ZERO;
    }

    @AcrossApplications
    @Transactional
    @Override
    public boolean deleteBatch() {
        rows.delete("expiresAt < ?1", clock.instant());
        return false;
    }
}
