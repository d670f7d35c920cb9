package io.sarf.payouts.availability;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Announcement;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bank that is off is no longer offered; existing connections remain usable. */
@ApplicationScoped
@Transactional
public class BankSwitches {
    /**
     * @param active what works at the bank
     * @param enabled what the product offers and the company has not switched off; never data
     */
    @Schema(name = "BankAvailability")
    public record Availability(Kinds active, Kinds enabled) {

        @Schema(name = "BankAvailabilityKinds")
        public record Kinds(boolean payments, boolean data) {
            private Map<String, @Nullable Object> payload() {
                return ordered("payments", payments, "data", data);
            }
        }

        public static Availability of(BankProfile bank, boolean on) {
            return new Availability(new Kinds(bank.active(), bank.active()), new Kinds(bank.payouts() && on, false));
        }

        Map<String, @Nullable Object> payload() {
            return ordered("active", active.payload(), "enabled", enabled.payload());
        }

        private static Map<String, @Nullable Object> ordered(String first, Object one, String second, Object other) {
            Map<String, @Nullable Object> both = new LinkedHashMap<>();
            both.put(first, one);
            both.put(second, other);
            return both;
        }
    }

    @ApplicationScoped
    static class Rows implements ScopedRows<BankSwitch> {}

    private final Rows rows;
    private final Journal journal;
    private final Ids ids;

    BankSwitches(Rows rows, Journal journal, Ids ids) {
        this.rows = rows;
        this.journal = journal;
        this.ids = ids;
    }

    public Set<String> off(Scope scope) {
        return rows.within(scope, "turnedOn = false").stream()
                .map(BankSwitch::bank)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean on(Scope scope, String bank) {
        return !off(scope).contains(bank);
    }

    /** @return whether this changed anything */
    @Retried
    public boolean turn(Scope scope, BankProfile bank, boolean on, Actor by) {
        var row = rows.within(scope, "bank = ?1", bank.identifier())
                .firstResultOptional()
                .orElseGet(() -> new BankSwitch(ids.next(), scope, bank.identifier()));
        if (row.on() == on) {
            return false;
        }
        row.turn(on);
        rows.persistAndFlush(row);
        var subject = new Change.Subject("bank", row.id(), row.version());
        journal.record(Change.of(Chain.of(scope), on ? "bank.switched_on" : "bank.switched_off", subject, by)
                .with("bank", bank.identifier())
                .announcing(announcement(bank, on)));
        return true;
    }

    private static Announcement announcement(BankProfile bank, boolean on) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("identifier", bank.identifier());
        payload.put("availability", Availability.of(bank, on).payload());
        return new Announcement("bank.availability.updated", "The bank status has been updated.", payload);
    }
}
