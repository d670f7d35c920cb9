package io.sarf.payouts.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.journal.AuditedChain.Told;
import io.sarf.payouts.payout.SeededPayouts.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must hold after any run, looked up by the two witnesses: our rows and the bank's books. What the client must have
 * been told is worked out here a second time, from the specification and the states the journal names.
 */
final class Verdict {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Our word for it, and what the bank may say then. */
    private static final Map<String, Set<String>> AGREED = Map.of(
            "PROCESSED", Set.of("PROCESSED"),
            "REJECTED", Set.of("REJECTED"),
            "FAILED", Set.of("REFUSED", "NONE"),
            "AUTHORIZATION_FAILED", Set.of("REFUSED_BY_APPROVER"),
            "CANCELLED", Set.of("TAKEN_BACK", "NONE"),
            "AWAITING_AUTHORIZATION", Set.of("QUEUED"));

    private static final Set<String> PAID = Set.of("PENDING", "ACCEPTED", "PROCESSED", "REJECTED");

    private final SeedWorld world;
    private final Map<UUID, BigDecimal> amounts;

    Verdict(SeedWorld world, Map<UUID, BigDecimal> amounts) {
        this.world = world;
        this.amounts = amounts;
    }

    List<String> of(List<Look> looks) {
        var faults = new ArrayList<String>();
        looks.forEach(look -> {
            faults.addAll(agreed(look));
            faults.addAll(told(look));
        });
        faults.addAll(world.audit());
        return faults;
    }

    private List<String> agreed(Look look) {
        var faults = new ArrayList<String>();
        var known = world.inside().known(look.reference());
        var ours = look.outcome() == null ? look.status() : look.outcome();
        if (!AGREED.getOrDefault(ours, Set.of()).contains(known.state())) {
            faults.add("We say " + ours + " and the bank says " + known.state());
        }
        if (known.violations() > 0) {
            faults.add("The bank was told to pay again before it could be known that it had not: " + known);
        }
        if (known.payments() != (PAID.contains(known.state()) ? 1 : 0)) {
            faults.add("Paid " + known.payments() + " times: " + known);
        }
        if (!known.state().equals("NONE") && known.amountMinor() != minor(look)) {
            faults.add("Another amount: " + known);
        }
        if (look.dueAt() != null && (look.isOver() || ours.equals("AWAITING_AUTHORIZATION"))) {
            faults.add("Something is to be done still: " + look);
        }
        return faults;
    }

    private long minor(Look look) {
        return amounts.get(look.id()).movePointRight(2).longValueExact();
    }

    /** Holds the events of each payout against what section 7 of the contract says. */
    private List<String> told(Look look) {
        var faults = new ArrayList<String>();
        var taken = false;
        var created = false;
        String lastShown = null;
        for (var entry : world.told(look.id())) {
            var shown = shown(json(entry.details()).path("to").asText());
            taken |= entry.type().equals("payout.queued") || entry.type().equals("payout.queued_automatic");
            String expected = null;
            if (!taken) {
                expected = shown.startsWith("FAILED") ? "payment.updated" : null;
            } else if (!created) {
                expected = !look.automatic() || !shown.startsWith("AWAITING") ? "payment.created" : null;
                created = expected != null;
            } else if (!shown.equals(lastShown)) {
                expected = "payment.updated";
            }
            if (expected != null) {
                lastShown = shown;
            }
            faults.addAll(compared(entry, expected, shown, taken));
        }
        if (lastShown != null && !lastShown.equals(look.shown())) {
            faults.add("The client was last told " + lastShown + " and the API shows " + look.shown());
        }
        return faults;
    }

    private static List<String> compared(Told entry, @Nullable String expected, String shown, boolean taken) {
        if (expected == null || entry.event() == null) {
            return java.util.Objects.equals(expected, entry.event())
                    ? List.of()
                    : List.of(entry.type() + " announced " + entry.event() + " instead of " + expected);
        }
        var payload = json(java.util.Objects.requireNonNull(entry.payload()));
        var said = payload.path("status").asText() + "/"
                + (payload.path("post_initiation_status").isTextual()
                        ? payload.path("post_initiation_status").asText()
                        : "null");
        var right = entry.event().equals(expected)
                && (said.equals(shown) || expected.equals("payment.created"))
                && payload.path("id").isNull() == !taken;
        return right ? List.of() : List.of(entry.type() + " announced " + entry.event() + " " + payload);
    }

    /** The outer status and the outcome of a state that the journal names. */
    private static String shown(String state) {
        return switch (state) {
            case "CREATED", "QUEUEING", "AWAITING_AUTHORIZATION", "AUTHORIZING", "CANCELLING" ->
                "AWAITING_AUTHORIZATION/null";
            case "PENDING_WITH_BANK", "ACCEPTED_BY_BANK" -> state + "/null";
            case "PROCESSED", "REJECTED" -> "ACCEPTED_BY_BANK/" + state;
            default -> "FAILED/null";
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
