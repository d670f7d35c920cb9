package io.sarf.payouts.ondemand;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.MayRelease;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.review.BlockedPayouts;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The on-demand flow: waiting payouts are authorized with the default authorizer's credentials. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReleasePayouts {
    /** @param reason why it failed; null if it did not */
    public record State(
            UUID payout,
            String status,
            boolean waits,
            long revision,
            @Nullable String reason) {
        static State of(Payout payout) {
            return new State(
                    payout.id().value(),
                    ApiStatus.of(payout.status()).name(),
                    payout.waits(),
                    payout.revision(),
                    payout.reason().message());
        }
    }

    /** @param refusal why it was not released; null if it was */
    public record Released(State state, @Nullable String refusal) {}

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final TransitionPayout transition;
    private final Connections connections;
    private final NameMismatches names;
    private final BlockedPayouts blocked;
    private final MayRelease mayRelease;
    private final PayoutWords words;
    private final Clock clock;

    ReleasePayouts(
            Payouts payouts,
            PayoutTasks tasks,
            TransitionPayout transition,
            Connections connections,
            NameMismatches names,
            BlockedPayouts blocked,
            MayRelease mayRelease,
            PayoutWords words,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.transition = transition;
        this.connections = connections;
        this.names = names;
        this.blocked = blocked;
        this.mayRelease = mayRelease;
        this.words = words;
        this.clock = clock;
    }

    public List<State> states(Scope scope, Collection<UUID> ids) {
        return payouts.those(scope, ids.stream().map(PayoutId::new).toList()).stream()
                .map(State::of)
                .toList();
    }

    /** Releases each payout that waits for authorization, and says of the others why not. */
    public List<Released> release(Scope scope, UUID authorization, Collection<UUID> ids, Actor by) {
        var all = ids.stream().map(PayoutId::new).toList();
        tasks.lock(scope, all);
        var found = payouts.those(scope, all);
        var ready = ready(scope);
        var mismatched = names.among(scope, found);
        var released = new ArrayList<Released>();
        for (var payout : found) {
            var refusal = refusal(payout, ready, mismatched);
            if (refusal == null) {
                transition.apply(payout, new PayoutEvent.ReleasedOnDemand(authorization), by);
                tasks.wake(scope, payout.id(), clock.instant());
            }
            released.add(new Released(State.of(payout), refusal));
        }
        return released;
    }

    /**
     * Releases all of them, or none.
     *
     * @throws Refused naming the payout that has changed or is blocked, or why this person may not release
     * @throws io.sarf.payouts.team.SignInTooOld if the person has to sign in again first
     */
    public List<Released> releaseAsShown(Scope scope, UUID authorization, Map<UUID, Long> shown, Person by) {
        var all = shown.keySet().stream().map(PayoutId::new).toList();
        tasks.lock(scope, all);
        var found = payouts.current(scope, all);
        if (found.size() < shown.size()) {
            throw new Missing("payout");
        }
        if (!found.stream().allMatch(payout -> mayRelease.released(scope, payout))) {
            throw new Refused("NOT_ENABLED", words.messages().releaseNotEnabled());
        }
        blocked.require(scope, by, MayAuthorize.Way.RELEASE, found);
        var mismatched = names.among(scope, found);
        for (var payout : found) {
            if (mismatched.contains(payout.id())) {
                throw new Refused(
                        "NAME_NOT_ACCEPTED",
                        words.messages().nameMismatch(payout.recipient().payee().legal()));
            }
            var revision = shown.get(payout.id().value());
            if (revision == null || revision != payout.revision() || !payout.waits()) {
                throw new Refused(
                        "CHANGED_MEANWHILE",
                        words.messages()
                                .changedMeanwhile(payout.recipient().payee().legal()));
            }
        }
        return release(scope, authorization, shown.keySet(), by.actor());
    }

    private static @Nullable String refusal(Payout payout, Set<String> readyBanks, Set<PayoutId> mismatched) {
        if (mismatched.contains(payout.id())) {
            return "INVALID_NAME: the bank knows this account by another name; a person has to accept that first";
        }
        if (!payout.waits()) {
            return "INVALID_STATE: this payout does not wait for an authorization, it is " + payout.state();
        }
        return readyBanks.contains(payout.bank())
                ? null
                : "CREDENTIALS_UPDATE_REQUIRED: the default authorizer's bank credentials have expired, or it was removed";
    }

    private Set<String> ready(Scope scope) {
        return connections.defaultAuthorizers(scope).stream()
                .filter(connection -> connection.status() == BankConnection.Status.ACTIVE)
                .map(BankConnection::bank)
                .collect(Collectors.toSet());
    }
}
