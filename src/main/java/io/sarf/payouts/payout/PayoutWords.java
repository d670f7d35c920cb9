package io.sarf.payouts.payout;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReasonWords;
import io.sarf.payouts.journal.ActorWords;
import io.sarf.payouts.web.Languages;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

@ApplicationScoped
public class PayoutWords {
    /** @param kind the style of the tag */
    public record Badge(String kind, String label) {}

    static final Map<String, Function<PayoutMessages, String>> EVENTS = Map.ofEntries(
            Map.entry("payout.created", PayoutMessages::eventCreated),
            Map.entry("payout.sent_to_bank", PayoutMessages::eventSent),
            Map.entry("payout.queued", PayoutMessages::eventQueued),
            Map.entry("payout.queued_automatic", PayoutMessages::eventQueued),
            Map.entry("payout.not_taken", PayoutMessages::eventNotTaken),
            Map.entry("payout.unsendable", PayoutMessages::eventUnsendable),
            Map.entry("payout.authorization_begun", PayoutMessages::eventBegun),
            Map.entry("payout.released_on_demand", PayoutMessages::eventReleased),
            Map.entry("payout.authorization_closed", PayoutMessages::eventClosed),
            Map.entry("payout.cancelled_unsent", PayoutMessages::statusCancelled),
            Map.entry("payout.cancellation_requested", PayoutMessages::eventCancellationRequested),
            Map.entry("payout.cancellation_asked", PayoutMessages::eventCancellationAsked),
            Map.entry("payout.taken_back", PayoutMessages::statusCancelled),
            Map.entry("payout.accepted", PayoutMessages::statusAccepted),
            Map.entry("payout.pending", PayoutMessages::statusPending),
            Map.entry("payout.refused", PayoutMessages::eventRefused),
            Map.entry("payout.refused_by_approver", PayoutMessages::statusAuthorizationFailed),
            Map.entry("payout.processed", PayoutMessages::statusProcessed),
            Map.entry("payout.rejected", PayoutMessages::statusRejected),
            Map.entry("payout.name_accepted", PayoutMessages::eventNameAccepted),
            Map.entry(WorkQueue.Name.PAYOUT.parked(), PayoutMessages::eventParked),
            Map.entry(WorkQueue.Name.PAYOUT.resumed(), PayoutMessages::eventResumed));

    private final Languages languages;

    PayoutWords(Languages languages) {
        this.languages = languages;
    }

    public PayoutMessages messages() {
        return MessageBundles.get(PayoutMessages.class, Localized.Literal.of(language()));
    }

    public PayoutFaultMessages faults() {
        return MessageBundles.get(PayoutFaultMessages.class, Localized.Literal.of(language()));
    }

    public static PayoutFaultMessages faultsInEnglish() {
        return MessageBundles.get(PayoutFaultMessages.class, Localized.Literal.of("en"));
    }

    public ActorWords actors() {
        return ActorWords.in(language());
    }

    public String reason(ReasonCode code) {
        return ReasonWords.in(language()).of(code);
    }

    public String language() {
        return locale().getLanguage();
    }

    public Locale locale() {
        return languages.current();
    }

    public Moment time(Instant at) {
        return Moment.of(at, language());
    }

    public Badge nameMismatch() {
        return new Badge("waiting", messages().statusNameMismatch());
    }

    public Badge badge(Payout payout) {
        var since = payout.orderAtBank().checkingSince();
        if (since != null) {
            return new Badge("checking", messages().checkingSince(time(since).shown()));
        }
        return payout.cancellationRequested() && payout.status() == PayoutStatus.QUEUEING
                ? new Badge("neutral", messages().statusCancelling())
                : badge(payout.state());
    }

    public Badge badge(PayoutState state) {
        var words = messages();
        return switch (state.status()) {
            case CREATED -> new Badge("neutral", words.statusCreated());
            case QUEUEING -> new Badge("neutral", words.statusQueueing());
            case AWAITING_AUTHORIZATION -> new Badge("waiting", words.awaiting());
            case AUTHORIZING -> new Badge("waiting", words.statusAuthorizing());
            case CANCELLING -> new Badge("neutral", words.statusCancelling());
            case PENDING_WITH_BANK -> new Badge("accepted", words.statusPending());
            case ACCEPTED_BY_BANK -> accepted(state);
            case FAILED -> new Badge("failed", words.statusFailed());
            case AUTHORIZATION_FAILED -> new Badge("failed", words.statusAuthorizationFailed());
            case CANCELLED -> new Badge("neutral", words.statusCancelled());
        };
    }

    private Badge accepted(PayoutState state) {
        var outcome = state.outcome();
        if (outcome == null) {
            return new Badge("accepted", messages().statusAccepted());
        }
        return switch (outcome) {
            case PROCESSED -> new Badge("done", messages().statusProcessed());
            case REJECTED -> new Badge("failed", messages().statusRejected());
        };
    }

    String status(PayoutStatus status) {
        return badge(PayoutState.of(status)).label();
    }

    public String flow(AuthorizationFlow flow) {
        var words = messages();
        return switch (flow.way()) {
            case AUTOMATIC -> words.flowNameAutomatic();
            case MANUAL -> words.flowNameManual();
            case DASHBOARD -> words.flowNameDashboard();
            case BANK_PORTAL -> words.flowNamePortal();
            case ON_DEMAND -> words.flowNameOnDemand();
        };
    }

    public String event(String type) {
        return Objects.requireNonNullElse(EVENTS.get(type), (PayoutMessages any) -> type)
                .apply(messages());
    }
}
