package io.sarf.payouts.ondemand;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class OnDemandAuthorizations {
    record Progress(List<UUID> payouts, int open) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<OnDemandAuthorization> {}

    private final Rows rows;
    private final EntityManager entities;
    private final ReleasePayouts payouts;
    private final Ids ids;
    private final Clock clock;

    OnDemandAuthorizations(Rows rows, EntityManager entities, ReleasePayouts payouts, Ids ids, Clock clock) {
        this.rows = rows;
        this.entities = entities;
        this.payouts = payouts;
        this.ids = ids;
        this.clock = clock;
    }

    List<UUID> unknown(Scope scope, List<UUID> wanted) {
        var known = byId(payouts.states(scope, wanted));
        return wanted.stream().filter(id -> !known.containsKey(id)).toList();
    }

    OnDemandView create(Scope scope, List<UUID> wanted, Actor by) {
        var authorization = begin(scope, ids.next());
        return store(authorization, wanted, payouts.release(scope, authorization.id(), wanted, by));
    }

    /**
     * Releases all of them, or none.
     *
     * @param id chosen with the form, so that sending the form twice releases once
     * @throws io.sarf.payouts.platform.Refused if one has changed since, or the person may not release them
     */
    @Retried
    void create(Scope scope, UUID id, Map<UUID, Long> shown, Person by) {
        if (rows.one(scope, id).isEmpty()) {
            var authorization = begin(scope, id);
            store(authorization, List.copyOf(shown.keySet()), payouts.releaseAsShown(scope, id, shown, by));
        }
    }

    private OnDemandAuthorization begin(Scope scope, UUID id) {
        var authorization = new OnDemandAuthorization(id, scope, clock.instant());
        rows.persistAndFlush(authorization);
        return authorization;
    }

    private OnDemandView store(
            OnDemandAuthorization authorization, List<UUID> wanted, List<ReleasePayouts.Released> all) {
        var released = all.stream().collect(Collectors.toMap(one -> one.state().payout(), Function.identity()));
        var stored = new ArrayList<OnDemandPayout>();
        for (var id : wanted) {
            var one = new OnDemandPayout(authorization, stored.size(), Objects.requireNonNull(released.get(id)));
            entities.persist(one);
            stored.add(one);
        }
        return OnDemandView.of(
                authorization.id(),
                stored,
                byId(released.values().stream()
                        .map(ReleasePayouts.Released::state)
                        .toList()));
    }

    Optional<OnDemandView> find(Scope scope, UUID id) {
        return rows.one(scope, id).map(authorization -> {
            var stored = stored(authorization);
            var wanted = stored.stream().map(OnDemandPayout::payout).toList();
            return OnDemandView.of(authorization.id(), stored, byId(payouts.states(scope, wanted)));
        });
    }

    Optional<Progress> progress(Scope scope, UUID id) {
        return rows.one(scope, id).map(authorization -> {
            var stored = stored(authorization);
            var wanted = stored.stream().map(OnDemandPayout::payout).toList();
            var now = byId(payouts.states(scope, wanted));
            var open = stored.stream()
                    .filter(one -> one.open(Objects.requireNonNull(now.get(one.payout()))))
                    .count();
            return new Progress(wanted, (int) open);
        });
    }

    private List<OnDemandPayout> stored(OnDemandAuthorization authorization) {
        return entities.createQuery(
                        "from OnDemandPayout where authorization = :authorization order by place", OnDemandPayout.class)
                .setParameter("authorization", authorization.id())
                .getResultList();
    }

    private static Map<UUID, ReleasePayouts.State> byId(List<ReleasePayouts.State> states) {
        return states.stream().collect(Collectors.toMap(ReleasePayouts.State::payout, Function.identity()));
    }
}
