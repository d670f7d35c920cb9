package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.quarantine.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SendPayouts {
    /** Read once for all payouts that may be sent. */
    record Loaded(Map<DestinationId, Destinations.Payee> payees, Set<AccountId> quarantined) {}

    /** Delay for a payout whose account is quarantined. */
    private static final Duration QUARANTINED = Duration.ofSeconds(30);

    /** What the bank says of a payee wakes its payouts. It may have done so just before this payout waited for it. */
    private static final Duration PAYEE_NOT_READY = Duration.ofMinutes(1);

    /** Delay for a payout whose payee has another name at the bank. */
    private static final Duration NAME_MISMATCH = Duration.ofMinutes(10);

    private final Applications applications;
    private final TransitionPayout transition;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final Destinations destinations;
    private final Quarantine quarantine;
    private final Clock clock;

    SendPayouts(
            Applications applications,
            TransitionPayout transition,
            Connections connections,
            SourceAccounts accounts,
            Destinations destinations,
            Quarantine quarantine,
            Clock clock) {
        this.applications = applications;
        this.transition = transition;
        this.connections = connections;
        this.accounts = accounts;
        this.destinations = destinations;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /** Reads what decides about several payouts at once. */
    @AcrossApplications
    Loaded load(Collection<Payout> payouts) {
        var unsent = payouts.stream()
                .filter(payout -> payout.status() == PayoutStatus.CREATED)
                .toList();
        if (unsent.isEmpty()) {
            return new Loaded(Map.of(), Set.of());
        }
        var paidFrom = unsent.stream().map(Payout::sourceAccount).collect(Collectors.toSet());
        accounts.load(paidFrom);
        return new Loaded(
                destinations.payees(unsent.stream().map(Payout::destination).collect(Collectors.toSet())),
                quarantine.blocked(paidFrom));
    }

    Step send(Payout payout, Loaded loaded) {
        var payee = Objects.requireNonNull(loaded.payees().get(payout.destination()));
        var beneficiary = payee.beneficiary();
        if (beneficiary == null || beneficiary.refused()) {
            return never(payout, ReasonCode.BENEFICIARY_NOT_FOUND, "The bank does not know this destination.");
        }
        if (payout.flow().automatic() && beneficiary.nameCheck() == NameCheck.Result.NO_MATCH) {
            // Authorized together with its payee, before the bank reported the account's name.
            return never(payout, ReasonCode.BENEFICIARY_NOT_FOUND, "The bank knows this account by another name.");
        }
        var connection = inCharge(payout);
        if (connection.status() != BankConnection.Status.ACTIVE) {
            return never(payout, ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "The bank credentials have expired.");
        }
        var now = clock.instant();
        if (loaded.quarantined().contains(payout.sourceAccount())) {
            return new Step.Wait(now.plus(QUARANTINED));
        }
        if (!beneficiary.ready()) {
            var until = beneficiary.coolOffUntil();
            // A cool-off that has passed may not have been ended yet.
            return new Step.Wait((until == null || until.isBefore(now) ? now : until).plus(PAYEE_NOT_READY));
        }
        if (NameMismatches.blocks(payout, beneficiary)) {
            // Accepting the name wakes the task; the bank may also learn this name.
            return new Step.Wait(now.plus(NAME_MISMATCH));
        }
        payout.toBeSent(connection.id(), payee.destination());
        transition.apply(payout, new PayoutEvent.SentToBank(now), Actor.SYSTEM);
        return new Step.Queue(connection, order(payout, payee.destination(), beneficiary, now));
    }

    /** The account's current connection, which may have changed since creation; never a successor of a removed one. */
    private BankConnection inCharge(Payout payout) {
        var own = connections.require(payout.scope(), payout.connection());
        return own.status() == BankConnection.Status.REMOVED
                ? own
                : connections.require(
                        payout.scope(),
                        accounts.require(payout.scope(), payout.sourceAccount()).connection());
    }

    /** @param sentAt as recorded: the bank's guarantee counts from it */
    private Order order(Payout payout, Destination destination, Beneficiary beneficiary, Instant sentAt) {
        return new Order(
                payout.orderAtBank().reference(),
                accounts.require(payout.scope(), payout.sourceAccount()).bankAccount(),
                String.valueOf(beneficiary.bankId()),
                destination.forBank(),
                payout.amount(),
                payout.terms().description(),
                applications.require(payout.scope()).bankPortalEnabled(),
                sentAt);
    }

    private Step never(Payout payout, ReasonCode code, String why) {
        transition.apply(payout, new PayoutEvent.Unsendable(code, why), Actor.SYSTEM);
        return new Step.Wait(null);
    }
}
