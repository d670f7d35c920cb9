package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole matrix, standing by event, written out once by hand: the code's table must say the same. */
public class PayoutLifecycleTest {
    private static final Path DIAGRAM = Path.of("docs/payout-lifecycle.md");

    /** Every edge there is: standing, event, standing. What is not here must be refused. */
    private static final Set<String> EDGES = Set.of(
            "CREATED SentToBank QUEUEING",
            "CREATED Unsendable FAILED",
            "CREATED CancelledUnsent CANCELLED",
            "QUEUEING Queued AWAITING_AUTHORIZATION",
            "QUEUEING QueuedAutomatic AUTHORIZING",
            "QUEUEING NotTaken CREATED",
            "QUEUEING Refused FAILED",
            "AWAITING_AUTHORIZATION AuthorizationBegun AUTHORIZING",
            "AWAITING_AUTHORIZATION ReleasedOnDemand AUTHORIZING",
            "AWAITING_AUTHORIZATION CancellationAsked CANCELLING",
            "AWAITING_AUTHORIZATION Pending PENDING_WITH_BANK",
            "AWAITING_AUTHORIZATION Accepted ACCEPTED_BY_BANK",
            "AWAITING_AUTHORIZATION Refused FAILED",
            "AWAITING_AUTHORIZATION RefusedByApprover AUTHORIZATION_FAILED",
            "AWAITING_AUTHORIZATION TakenBack CANCELLED",
            "AUTHORIZING TakenBack CANCELLED",
            "AUTHORIZING AuthorizationClosed AWAITING_AUTHORIZATION",
            "AUTHORIZING Pending PENDING_WITH_BANK",
            "AUTHORIZING Accepted ACCEPTED_BY_BANK",
            "AUTHORIZING Refused FAILED",
            "AUTHORIZING RefusedByApprover AUTHORIZATION_FAILED",
            "CANCELLING TakenBack CANCELLED",
            "CANCELLING Pending PENDING_WITH_BANK",
            "CANCELLING Accepted ACCEPTED_BY_BANK",
            "CANCELLING Refused FAILED",
            "CANCELLING RefusedByApprover AUTHORIZATION_FAILED",
            "PENDING_WITH_BANK Accepted ACCEPTED_BY_BANK",
            "PENDING_WITH_BANK Refused FAILED",
            "PENDING_WITH_BANK RefusedByApprover AUTHORIZATION_FAILED",
            "ACCEPTED_BY_BANK Processed PROCESSED",
            "ACCEPTED_BY_BANK Rejected REJECTED");

    @Test
    void the_table_has_exactly_these_edges_in_the_whole_matrix() {
        assertThat(edges()).containsExactlyInAnyOrderElementsOf(EDGES);
    }

    @Test
    void what_is_final_stays_final() {
        for (var state : PayoutState.all()) {
            var leads = edges().stream().anyMatch(edge -> edge.startsWith(state + " "));
            var terminal = state.outcome() != null
                    || Set.of(PayoutStatus.FAILED, PayoutStatus.AUTHORIZATION_FAILED, PayoutStatus.CANCELLED)
                            .contains(state.status());

            assertThat(leads).as(state.toString()).isEqualTo(!terminal);
        }
    }

    @Test
    void every_standing_can_be_reached_from_the_first() {
        var reached = new TreeSet<>(Set.of("CREATED"));
        int before;
        do {
            before = reached.size();
            edges().stream()
                    .map(edge -> edge.split(" "))
                    .filter(edge -> reached.contains(edge[0]))
                    .forEach(edge -> reached.add(edge[2]));
        } while (reached.size() > before);

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        PayoutState.all().stream().map(PayoutState::toString).toList());
    }

    /** Written anew when it differs, and then the test fails once: the drawing is committed with the change. */
    @Test
    void the_diagram_in_the_docs_is_drawn_from_the_table() throws IOException {
        var drawn = diagram();
        var kept = Files.exists(DIAGRAM) ? Files.readString(DIAGRAM) : "";
        if (!kept.equals(drawn)) {
            Files.writeString(DIAGRAM, drawn);
        }

        assertThat(kept)
                .as("docs/payout-lifecycle.md was out of date and is now drawn anew")
                .isEqualTo(drawn);
    }

    /** As the code has them: standing, event, standing. */
    public static List<String> edges() {
        var edges = new ArrayList<String>();
        for (var state : PayoutState.all()) {
            for (var event : PayoutEvent.class.getPermittedSubclasses()) {
                PayoutLifecycle.next(state, event.asSubclass(PayoutEvent.class))
                        .ifPresent(next -> edges.add(state + " " + event.getSimpleName() + " " + next));
            }
        }
        return edges;
    }

    private static String diagram() {
        var lines = edges().stream()
                .sorted()
                .map(edge -> edge.split(" "))
                .map(edge -> "    " + edge[0] + " --> " + edge[2] + ": " + edge[1])
                .collect(Collectors.joining("\n"));
        var finals = PayoutState.all().stream()
                .map(PayoutState::toString)
                .filter(state -> edges().stream().noneMatch(edge -> edge.startsWith(state + " ")))
                .sorted()
                .map(state -> "    " + state + " --> [*]")
                .collect(Collectors.joining("\n"));
        var events = Arrays.stream(PayoutEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining("`, `", "`", "`"));
        return """
                # The life of a payout

                Drawn by `PayoutLifecycleTest` from the one table that decides; do not edit. `PROCESSED` and `REJECTED` are the
                outcomes of a payout that stays `ACCEPTED_BY_BANK`. When the bank reports a later status, the events between are applied, and
                journalled, one after the other.

                ```mermaid
                stateDiagram-v2
                    [*] --> CREATED
                %s
                %s
                ```

                Events: %s.
                """.formatted(lines, finals, events);
    }
}
