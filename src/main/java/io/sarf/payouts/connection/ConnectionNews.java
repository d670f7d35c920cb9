package io.sarf.payouts.connection;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Announcement;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ConnectionNews {
    private final Applications applications;
    private final Banks banks;
    private final Journal journal;

    ConnectionNews(Applications applications, Banks banks, Journal journal) {
        this.applications = applications;
        this.banks = banks;
        this.journal = journal;
    }

    /** For a new connection that is flushed, so its version is final. */
    void connected(Scope scope, BankConnection connection, Actor by) {
        var change = change(scope, "connected", connection, connection.version(), by)
                .with("default_authorizer", connection.defaultAuthorizer());
        record(connection, change, "payment_source.created", "A payment source was pre-authorized by your customer.");
    }

    /** @param what {@code expired} or {@code renewed} */
    void updated(Scope scope, BankConnection connection, BankConnection.Status before, String what, Actor by) {
        var change = change(scope, what, connection, connection.version() + 1, by)
                .with("connected_by", connection.connectedByName())
                .with("status", connection.status())
                .with("status_before", before);
        record(connection, change, "payment_source.updated", "A payment source was updated.");
    }

    void passedOn(BankConnection before, BankConnection now, String reason, Actor by) {
        var change = change(now.scope(), "passed_on", now, now.version() + 1, by)
                .with("connected_by", now.connectedByName())
                .with("bank_user_before", before.bankUserName())
                .with("connected_by_before", before.connectedByName())
                .with("person", now.connectedBy())
                .with("person_before", before.connectedBy())
                .with("reason", reason);
        record(now, change, "payment_source.updated", "A payment source was updated.");
    }

    private static Change change(Scope scope, String what, BankConnection connection, long version, Actor by) {
        var subject = new Change.Subject("connection", connection.id().value(), version);
        return Change.of(Chain.of(scope), "connection." + what, subject, by)
                .with("bank", connection.bank())
                .with("bank_user", connection.bankUserName());
    }

    /** The others are no payment source. */
    private void record(BankConnection connection, Change change, String event, String message) {
        journal.record(
                connection.defaultAuthorizer()
                        ? change.announcing(new Announcement(event, message, payload(connection)))
                        : change);
    }

    private Map<String, @Nullable Object> payload(BankConnection connection) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("id", connection.paymentSource());
        payload.put("customer_id", applications.require(connection.scope()).customer());
        payload.put("status", connection.status());
        payload.put("bank_identifier", connection.bank());
        payload.put("bank_name", banks.name(connection.bank(), "en"));
        payload.put("end_user_id", connection.endUserId());
        return payload;
    }
}
