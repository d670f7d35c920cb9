package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.quarantine.Quarantine;
import io.sarf.payouts.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SendPayout {
    /** Delay for a payout whose account is quarantined. */
    private static final Duration QUARANTINED = Duration.ofSeconds(30);

    /** Delay for a payout whose payee has another name at the bank. */
    private static final Duration NAME_MISMATCH = Duration.ofMinutes(10);

    private final Applications applications;
    private final PayoutTasks tasks;
    private final TransitionPayout transition;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final Destinations destinations;
    private final Quarantine quarantine;
    private final NameMismatches names;
    private final Clock clock;

    SendPayout(
            Applications applications,
            PayoutTasks tasks,
            TransitionPayout transition,
            Connections connections,
            SourceAccounts accounts,
            Destinations destinations,
            Quarantine quarantine,
            NameMismatches names,
            Clock clock) {
        this.applications = applications;
        this.tasks = tasks;
        this.transition = transition;
        this.connections = connections;
        this.accounts = accounts;
        this.destinations = destinations;
        this.quarantine = quarantine;
        this.names = names;
        this.clock = clock;
    }

    Optional<Step> send(Lease lease, Payout payout) {
        var scope = payout.scope();
        var beneficiary = destinations.beneficiary(scope, payout.destination()).orElse(null);
        if (beneficiary == null || beneficiary.refused()) {
            return never(lease, payout, ReasonCode.BENEFICIARY_NOT_FOUND, "The bank does not know this destination.");
        }
        if (payout.flow().automatic() && beneficiary.nameCheck() == NameCheck.Result.NO_MATCH) {
            // Authorized together with its payee, before the bank reported the account's name.
            return never(
                    lease, payout, ReasonCode.BENEFICIARY_NOT_FOUND, "The bank knows this account by another name.");
        }
        var connection = inCharge(payout);
        if (connection.status() != BankConnection.Status.ACTIVE) {
            return never(lease, payout, ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "The bank credentials have expired.");
        }
        var now = clock.instant();
        if (quarantine.blocks(scope, payout.sourceAccount())) {
            tasks.release(scope, lease, now.plus(QUARANTINED));
            return Optional.empty();
        }
        if (!beneficiary.ready()) {
            var until = beneficiary.coolOffUntil();
            tasks.release(scope, lease, (until == null ? now : until).plusSeconds(2));
            return Optional.empty();
        }
        if (names.blocks(payout)) {
            // Accepting the name wakes the task; the bank may also learn this name.
            tasks.release(scope, lease, now.plus(NAME_MISMATCH));
            return Optional.empty();
        }
        payout.toBeSent(connection.id(), destinations.require(scope, payout.destination()));
        transition.apply(payout, new PayoutEvent.SentToBank(now), Actor.SYSTEM);
        return Optional.of(new Step.Queue(connection, order(payout, beneficiary, now)));
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
    private Order order(Payout payout, Beneficiary beneficiary, Instant sentAt) {
        return new Order(
                payout.orderAtBank().reference(),
                accounts.require(payout.scope(), payout.sourceAccount()).bankAccount(),
                String.valueOf(beneficiary.bankId()),
                payout.amount(),
                payout.terms().description(),
                applications.require(payout.scope()).bankPortalEnabled(),
                sentAt);
    }

    private Optional<Step> never(Lease lease, Payout payout, ReasonCode code, String why) {
        transition.apply(payout, new PayoutEvent.Unsendable(code, why), Actor.SYSTEM);
        tasks.release(payout.scope(), lease, null);
        return Optional.empty();
    }
}
