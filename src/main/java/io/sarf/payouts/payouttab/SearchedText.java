package io.sarf.payouts.payouttab;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.money.Iban;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a complete id, IBAN or reference by an index, other text as a part, which reads payouts until a page is full.
 */
@ApplicationScoped
@Transactional
class SearchedText {
    private record Whole(String condition, String name, Object value) {}

    /** {@code locate} and not {@code like}: no character in it means anything. */
    private static final String PART = "(locate(:text, recipient.legalName) > 0 or locate(:text, recipient.name) > 0"
            + " or locate(:text, terms.description) > 0"
            + " or locate(lower(:text), lower(terms.externalReference)) > 0"
            + " or locate(lower(:text), lower(orderAtBank.bankReference)) > 0"
            + " or locate(:tidy, recipient.iban) > 0 or locate(:tidy, orderAtBank.reference) > 0)";

    private static final Pattern ID = Pattern.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");

    /** Direction marks: pages isolate references with them, and copied text contains them. Joiners belong to words. */
    private static final Pattern MARKS =
            Pattern.compile("[\\x{200E}\\x{200F}\\x{61C}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");

    /** The search covers at most this many destinations with the same IBAN. */
    private static final int MOST_PAYEES = 1_000;

    private final EntityManager entities;

    SearchedText(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds the parameters of the condition to {@code values}. */
    String condition(Scope scope, String typed, Map<String, Object> values) {
        var text = MARKS.matcher(typed).replaceAll("").strip();
        var tidy = Iban.tidy(text);
        if (tidy.isEmpty()) {
            return "1 = 1";
        }
        var found =
                whole(scope, text, tidy).stream().filter(one -> any(scope, one)).toList();
        if (found.isEmpty()) {
            values.put("text", text);
            values.put("tidy", tidy);
            return PART;
        }
        found.forEach(one -> values.put(one.name(), one.value()));
        return found.stream().map(Whole::condition).collect(Collectors.joining(" or ", "(", ")"));
    }

    private List<Whole> whole(Scope scope, String text, String tidy) {
        var whole = new ArrayList<Whole>();
        if (ID.matcher(tidy).matches()) {
            var id = UUID.fromString(tidy);
            whole.add(new Whole("id = :id", "id", id));
            whole.add(new Whole("orderAtBank.payment = :payment", "payment", id));
            whole.add(new Whole("bulk = :bulk", "bulk", id));
            whole.add(new Whole("destination = :destination", "destination", new DestinationId(id)));
        }
        if (OurReference.isOurs(tidy)) {
            whole.add(new Whole("orderAtBank.reference = :ours", "ours", new OurReference(tidy)));
        }
        if (Iban.fault(tidy).isEmpty()) {
            // A list of ids: with a subquery the database may scan all payouts in their order instead.
            var payees = payees(scope, tidy);
            if (!payees.isEmpty()) {
                whole.add(new Whole("destination in :payees", "payees", payees));
            }
        }
        // Requires a digit, because names have none: a reference that equals a name would hide that payee's payouts.
        if (text.chars().anyMatch(Character::isDigit)) {
            whole.add(new Whole("terms.externalReference = :theirs", "theirs", text));
            whole.add(new Whole("orderAtBank.bankReference = :atBank", "atBank", text));
        }
        return whole;
    }

    private List<DestinationId> payees(Scope scope, String iban) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select id from Destination where " + ScopedRows.WITHIN + " and iban = :iban",
                                UUID.class))
                .setParameter("iban", iban)
                .setMaxResults(MOST_PAYEES)
                .getResultStream()
                .map(DestinationId::new)
                .toList();
    }

    private boolean any(Scope scope, Whole one) {
        return !ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select 1 from Payout where " + ScopedRows.WITHIN + " and " + one.condition(),
                                Integer.class))
                .setParameter(one.name(), one.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
