package io.sarf.payouts.destination;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.Connections;
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
class BeneficiaryNews {
    private final Applications applications;
    private final Connections connections;
    private final Journal journal;

    BeneficiaryNews(Applications applications, Connections connections, Journal journal) {
        this.applications = applications;
        this.connections = connections;
        this.journal = journal;
    }

    void record(Scope scope, Beneficiary beneficiary, Beneficiary.Status before, String what) {
        var bank = connections.require(scope, beneficiary.connection()).bank();
        record(scope, beneficiary, before, what, Actor.bank(bank));
    }

    /** @param what {@code created}, {@code renewed}, {@code updated}, {@code refused} or {@code removed} */
    void record(Scope scope, Beneficiary beneficiary, Beneficiary.Status before, String what, Actor by) {
        var change = Change.of(Chain.of(scope), "beneficiary." + what, subject(beneficiary), by)
                .with("status", beneficiary.status())
                .with("status_before", before)
                .with("cool_off_until", beneficiary.coolOffUntil())
                .with("name_check", beneficiary.nameCheck())
                .with("message", beneficiary.errorMessage());
        journal.record(what.equals("refused") ? change : change.announcing(announcement(scope, beneficiary, what)));
    }

    /** As the flush at the end of the transaction leaves it. */
    static Change.Subject subject(Beneficiary beneficiary) {
        return new Change.Subject("destination", beneficiary.destination().value(), beneficiary.version() + 1);
    }

    private Announcement announcement(Scope scope, Beneficiary beneficiary, String what) {
        var connection = connections.require(scope, beneficiary.connection());
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("id", beneficiary.id());
        payload.put("customer_id", applications.require(scope).customer());
        payload.put("payment_source_id", connection.paymentSource());
        payload.put("payment_destination_id", beneficiary.destination().value());
        payload.put("status", beneficiary.status());
        payload.put("payment_source_bank_identifier", connection.bank());
        payload.put("end_user_id", connection.endUserId());
        payload.put("beneficiary_cool_off_expiry", beneficiary.coolOffUntil());
        return new Announcement(
                "payment_source.beneficiary." + (what.equals("created") ? "created" : "updated"),
                what.equals("created")
                        ? "A beneficiary was added for a payment source."
                        : "A beneficiary was updated for a payment source.",
                payload);
    }
}
