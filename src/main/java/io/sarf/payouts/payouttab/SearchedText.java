package io.sarf.payouts.payouttab;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.OurReference;
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
    private static final String PART = "(locate(:text, recipientLegalName) > 0 or locate(:text, recipientName) > 0"
            + " or locate(:text, description) > 0"
            + " or locate(lower(:text), lower(externalReference)) > 0"
            + " or locate(lower(:text), lower(bankReference)) > 0"
            + " or locate(:tidy, recipientIban) > 0 or locate(:tidy, reference) > 0)";

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
            for (var column : List.of("id", "payment", "destination", "bulk")) {
                whole.add(new Whole(column + " = :" + column, column, UUID.fromString(tidy)));
            }
        }
        if (OurReference.isOurs(tidy)) {
            whole.add(new Whole("reference = :ours", "ours", tidy));
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
            whole.add(new Whole("externalReference = :theirs", "theirs", text));
            whole.add(new Whole("bankReference = :atBank", "atBank", text));
        }
        return whole;
    }

    private List<UUID> payees(Scope scope, String iban) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select id from Destination where " + ScopedRows.WITHIN + " and iban = :iban",
                                UUID.class))
                .setParameter("iban", iban)
                .setMaxResults(MOST_PAYEES)
                .getResultList();
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
