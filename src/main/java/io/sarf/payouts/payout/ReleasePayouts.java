package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets payouts that wait be authorized by the default authorizer, without a person: the on demand flow. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReleasePayouts {
    /**
     * A payout as it stands.
     *
     * @param status as the API lists it
     * @param waits whether somebody has to authorize it
     * @param revision how many things have happened to it
     * @param reason why it failed, if it did
     */
    public record Standing(
            UUID payout,
            String status,
            boolean waits,
            long revision,
            @Nullable String reason) {
        static Standing of(Payout payout) {
            return new Standing(
                    payout.id().value(),
                    OuterStatus.of(payout.status()).name(),
                    payout.status() == PayoutStatus.AWAITING_AUTHORIZATION,
                    payout.revision(),
                    payout.reasonMessage());
        }
    }

    /** @param refusal why it stays where it is; null when it was released */
    public record Released(Standing standing, @Nullable String refusal) {}

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final MovePayout mover;
    private final Connections connections;
    private final Destinations destinations;
    private final Clock clock;

    ReleasePayouts(
            Payouts payouts,
            PayoutTasks tasks,
            MovePayout mover,
            Connections connections,
            Destinations destinations,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.mover = mover;
        this.connections = connections;
        this.destinations = destinations;
        this.clock = clock;
    }

    /** How those of the given ones that are here stand, in no order. */
    public List<Standing> standings(Scope scope, Collection<UUID> ids) {
        return payouts.those(scope, ids.stream().map(PayoutId::new).toList()).stream()
                .map(Standing::of)
                .toList();
    }

    /**
     * Releases each that waits to be authorized, and says of the others why not.
     *
     * @param authorization names what they are released by
     * @param ids all of them here
     */
    public List<Released> release(Scope scope, UUID authorization, Collection<UUID> ids, Actor by) {
        var all = ids.stream().map(PayoutId::new).toList();
        tasks.lock(scope, all);
        var found = payouts.those(scope, all);
        var expired = expired(scope);
        var doubtful = doubtful(scope, found);
        var released = new ArrayList<Released>();
        for (var payout : found) {
            var refusal = refusal(payout, expired, doubtful);
            if (refusal == null) {
                mover.move(payout, new PayoutEvent.ReleasedOnDemand(authorization), by);
                tasks.wake(scope, payout.id(), clock.instant());
            }
            released.add(new Released(Standing.of(payout), refusal));
        }
        return released;
    }

    private static @Nullable String refusal(
            Payout payout, Set<UUID> expiredConnections, Set<DestinationId> doubtfulPayees) {
        if (payout.status() != PayoutStatus.AWAITING_AUTHORIZATION) {
            return "INVALID_STATE: this payout does not wait for an authorization, it is " + payout.standing();
        }
        if (expiredConnections.contains(payout.connection().value())) {
            return "CREDENTIALS_UPDATE_REQUIRED: the default authorizer's bank credentials have expired";
        }
        return doubtfulPayees.contains(payout.destination())
                ? "INVALID_NAME: the bank knows this account by another name; a person has to look at it"
                : null;
    }

    private Set<UUID> expired(Scope scope) {
        return connections.all(scope).stream()
                .filter(connection -> connection.status() != BankConnection.Status.ACTIVE)
                .map(connection -> connection.id().value())
                .collect(Collectors.toSet());
    }

    private Set<DestinationId> doubtful(Scope scope, List<Payout> found) {
        var payees = found.stream().map(Payout::destination).distinct().toList();
        return destinations.beneficiaries(scope, payees).values().stream()
                .filter(beneficiary -> beneficiary.nameCheck() == NameCheck.Verdict.NO_MATCH)
                .map(beneficiary -> beneficiary.destination())
                .collect(Collectors.toSet());
    }
}
