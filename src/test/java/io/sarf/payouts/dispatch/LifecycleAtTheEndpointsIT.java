package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.dispatch.PayoutEndpoints.One;
import io.sarf.payouts.dispatch.PayoutEndpoints.Sight;
import io.sarf.payouts.payout.PayoutLifecycleTest;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each edge of {@code docs/payout-lifecycle.md}, taken through one endpoint and seen through the others. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class LifecycleAtTheEndpointsIT {
    private static final String NOTHING = "";
    private static final String CREATED = "payment.created AWAITING_AUTHORIZATION";
    private static final String PENDING = "payment.updated PENDING_WITH_BANK";
    private static final String ACCEPTED = "payment.updated ACCEPTED_BY_BANK";
    private static final String PROCESSED = ACCEPTED + " PROCESSED";
    private static final String REJECTED = ACCEPTED + " REJECTED";
    private static final String FAILED = "payment.updated FAILED";
    private static final Verdict ACCEPTS = new Verdict.Accepted("REF");
    private static final Verdict PENDS = new Verdict.Pending();

    /** What each standing is called, in the API and on the payout's page. */
    private static final Map<String, Sight> SHOWN = Map.ofEntries(
            shown("CREATED", "AWAITING_AUTHORIZATION", "Created, not sent yet"),
            shown("QUEUEING", "AWAITING_AUTHORIZATION", "On its way to the bank"),
            shown("AWAITING_AUTHORIZATION", "AWAITING_AUTHORIZATION", "Awaiting authorization"),
            shown("AUTHORIZING", "AWAITING_AUTHORIZATION", "Being authorized"),
            shown("CANCELLING", "AWAITING_AUTHORIZATION", "Being cancelled"),
            shown("PENDING_WITH_BANK", "PENDING_WITH_BANK", "Pending with the bank"),
            shown("ACCEPTED_BY_BANK", "ACCEPTED_BY_BANK", "Accepted by the bank"),
            Map.entry("PROCESSED", new Sight("ACCEPTED_BY_BANK", "ACCEPTED_BY_BANK", "PROCESSED", "Processed")),
            Map.entry("REJECTED", new Sight("ACCEPTED_BY_BANK", "ACCEPTED_BY_BANK", "REJECTED", "Returned")),
            shown("FAILED", "FAILED", "Failed"),
            Map.entry(
                    "AUTHORIZATION_FAILED",
                    new Sight("AUTHORISATION_FAILED", "FAILED", null, "Rejected by an approver")),
            shown("CANCELLED", "FAILED", "Cancelled"));

    /** @param told what the client is told of it */
    record Edge(String from, String event, String to, String told, String sentence, Consumer<One> happens) {
        String drawn() {
            return from + " " + event + " " + to;
        }

        boolean automatic() {
            return event.equals("QueuedAutomatic");
        }

        /** As the journal calls it. */
        String entry() {
            return "payout." + event.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }

        /** Whether the bank has the order before it happens. */
        boolean atBank() {
            return !Set.of("CREATED", "QUEUEING").contains(from);
        }

        boolean takenByBank() {
            return atBank() || event.startsWith("Queued");
        }

        @Override
        public String toString() {
            return from + " to " + to + ": " + sentence;
        }
    }

    @Inject
    PayoutEndpoints endpoints;

    @ParameterizedTest(name = "{0}")
    @MethodSource("edges")
    void each_edge_is_taken_through_one_endpoint_and_seen_through_the_others(Edge edge) {
        var payout = endpoints.pay(edge.automatic());
        bring(payout, edge.from());
        assertThat(payout.look()).isEqualTo(sight(edge.from(), edge.atBank()));
        var journal = payout.journal();
        var told = payout.told();

        edge.happens().accept(payout);

        assertThat(payout.look()).isEqualTo(sight(edge.to(), edge.takenByBank()));
        assertThat(payout.journal()).isEqualTo(and(journal, edge.entry()));
        assertThat(payout.told()).isEqualTo(edge.told().equals(NOTHING) ? told : and(told, edge.told()));
    }

    @Test
    void no_edge_is_left_out() {
        assertThat(edges().map(Edge::drawn)).containsExactlyInAnyOrderElementsOf(PayoutLifecycleTest.edges());
    }

    static Stream<Edge> edges() {
        return Stream.of(
                        fromCreated(),
                        fromQueueing(),
                        fromAwaiting(),
                        verdicts("AWAITING_AUTHORIZATION", "unasked, the bank says", One::unasked),
                        fromAuthorizing(),
                        Stream.of(edge("CANCELLING TakenBack CANCELLED", FAILED, "the bank gives it back", One::node)),
                        verdicts("CANCELLING", "cancelled too late, the bank says", One::asked),
                        verdicts("PENDING_WITH_BANK", "asked, the bank says", One::asked)
                                .filter(edge -> !edge.event().equals("Pending")),
                        fromAccepted())
                .flatMap(edges -> edges);
    }

    private static Stream<Edge> fromCreated() {
        return Stream.of(
                edge("CREATED SentToBank QUEUEING", NOTHING, "a node calls the bank", One::nodeCalls),
                edge("CREATED CancelledUnsent CANCELLED", FAILED, "the program cancels", One::cancelByProgram),
                edge("CREATED Unsendable FAILED", FAILED, "the login to send it with has expired", one -> {
                    one.loginExpires();
                    one.node();
                }));
    }

    private static Stream<Edge> fromQueueing() {
        var closed = new QueueAnswer.NotTaken("Maintenance");
        var refused = new QueueAnswer.Refused(ReasonCode.BANK_ISSUE, "No");
        return Stream.of(
                edge("QUEUEING Queued AWAITING_AUTHORIZATION", CREATED, "the bank takes it", One::taken),
                edge("QUEUEING QueuedAutomatic AUTHORIZING", NOTHING, "the bank takes an automatic one", One::taken),
                edge("QUEUEING NotTaken CREATED", NOTHING, "the bank is closed", one -> one.answer(closed)),
                edge("QUEUEING Refused FAILED", FAILED, "the bank refuses it", one -> one.answer(refused)));
    }

    private static Stream<Edge> fromAwaiting() {
        var from = "AWAITING_AUTHORIZATION";
        return Stream.of(
                edge(from + " AuthorizationBegun AUTHORIZING", NOTHING, "a person begins", One::beginWindow),
                edge(from + " ReleasedOnDemand AUTHORIZING", NOTHING, "the program releases", One::releaseOnDemand),
                edge(from + " CancellationAsked CANCELLING", NOTHING, "a person cancels", One::cancelByPerson),
                takenBackUnasked(from));
    }

    private static Stream<Edge> fromAuthorizing() {
        var refused = new Verdict.Refused(ReasonCode.BANK_ISSUE, "No");
        var rejected = new Verdict.RefusedByApprover("Not this one");
        var from = "AUTHORIZING";
        return Stream.of(
                edge(from + " Accepted ACCEPTED_BY_BANK", ACCEPTED, "a right code", one -> one.code(ACCEPTS)),
                edge(from + " Pending PENDING_WITH_BANK", PENDING, "a right code, a slow bank", one -> one.code(PENDS)),
                edge(from + " Refused FAILED", FAILED, "a right code, a bad order", one -> one.code(refused)),
                edge(
                        from + " RefusedByApprover AUTHORIZATION_FAILED",
                        FAILED,
                        "an approver was faster than the code",
                        one -> one.code(rejected)),
                edge(from + " AuthorizationClosed AWAITING_AUTHORIZATION", NOTHING, "too many wrong codes", one -> {
                    one.code(new CompleteAnswer.Closed(ReasonCode.SESSION_EXPIRED_ON_OTP));
                    one.asked(new OrderStatus.Queued("ORD"));
                }),
                takenBackUnasked(from));
    }

    private static Stream<Edge> fromAccepted() {
        var from = "ACCEPTED_BY_BANK";
        var paid = new OrderStatus.Processed("REF");
        var returned = new OrderStatus.RejectedAfterAcceptance("REF", ReasonCode.BANK_ISSUE, "Returned");
        return Stream.of(
                edge(from + " Processed PROCESSED", PROCESSED, "asked, it is paid", one -> one.asked(paid)),
                edge(from + " Rejected REJECTED", REJECTED, "asked, it came back", one -> one.asked(returned)));
    }

    /** The bank's word on an order, and the way it takes. */
    private static Stream<Edge> verdicts(String from, String way, BiConsumer<One, OrderStatus> says) {
        var accepted = new Verdict.Accepted("REF");
        var pending = new Verdict.Pending();
        var refused = new Verdict.Refused(ReasonCode.BANK_ISSUE, "No");
        var rejected = new Verdict.RefusedByApprover("Not this one");
        return Stream.of(
                edge(from + " Accepted ACCEPTED_BY_BANK", ACCEPTED, way + " yes", one -> says.accept(one, accepted)),
                edge(from + " Pending PENDING_WITH_BANK", PENDING, way + " soon", one -> says.accept(one, pending)),
                edge(from + " Refused FAILED", FAILED, way + " no", one -> says.accept(one, refused)),
                edge(
                        from + " RefusedByApprover AUTHORIZATION_FAILED",
                        FAILED,
                        way + " that an approver did not want it",
                        one -> says.accept(one, rejected)));
    }

    private static Edge takenBackUnasked(String from) {
        var back = new OrderStatus.TakenBack();
        return edge(from + " TakenBack CANCELLED", FAILED, "the bank takes it back itself", one -> one.unasked(back));
    }

    private static Edge edge(String drawn, String told, String sentence, Consumer<One> happens) {
        var ends = drawn.split(" ");
        return new Edge(ends[0], ends[1], ends[2], told, sentence, happens);
    }

    private static void bring(One payout, String state) {
        switch (state) {
            case "CREATED" -> {}
            case "QUEUEING" -> payout.nodeCalls();
            case "AWAITING_AUTHORIZATION" -> payout.node();
            case "AUTHORIZING" -> bring(payout, "AWAITING_AUTHORIZATION", One::beginWindow);
            case "CANCELLING" -> bring(payout, "AWAITING_AUTHORIZATION", One::cancelByPerson);
            case "PENDING_WITH_BANK" -> bring(payout, "AUTHORIZING", one -> one.code(PENDS));
            case "ACCEPTED_BY_BANK" -> bring(payout, "AUTHORIZING", one -> one.code(ACCEPTS));
            default -> throw new IllegalArgumentException("Nothing leads on from " + state);
        }
    }

    private static void bring(One payout, String state, Consumer<One> on) {
        bring(payout, state);
        on.accept(payout);
    }

    private static Map.Entry<String, Sight> shown(String state, String inApi, String badge) {
        return Map.entry(state, new Sight(inApi, inApi, null, badge));
    }

    /** @param atBank whether there is a payment to look at */
    private static Sight sight(String state, boolean atBank) {
        var shown = Objects.requireNonNull(SHOWN.get(state));
        return atBank ? shown : new Sight(null, shown.listed(), shown.outcome(), shown.badge());
    }

    private static List<String> and(List<String> before, String one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }
}
