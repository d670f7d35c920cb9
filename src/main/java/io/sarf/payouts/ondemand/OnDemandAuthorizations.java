package io.sarf.payouts.ondemand;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.ReleasePayouts;
import io.sarf.payouts.platform.Ids;
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

/** All sets of payouts that were released on demand. */
@ApplicationScoped
@Transactional
class OnDemandAuthorizations {
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

    /** The given payouts that nobody has here. */
    List<UUID> unknown(Scope scope, List<UUID> wanted) {
        var known = byId(payouts.standings(scope, wanted));
        return wanted.stream().filter(id -> !known.containsKey(id)).toList();
    }

    /** @param wanted all of them known, each once */
    OnDemandView create(Scope scope, List<UUID> wanted, Actor by) {
        var authorization = new OnDemandAuthorization(ids.next(), scope, clock.instant());
        rows.persist(authorization);
        var released = payouts.release(scope, authorization.id(), wanted, by).stream()
                .collect(Collectors.toMap(one -> one.standing().payout(), Function.identity()));
        var kept = new ArrayList<OnDemandPayout>();
        for (var id : wanted) {
            var one = new OnDemandPayout(authorization, kept.size(), Objects.requireNonNull(released.get(id)));
            entities.persist(one);
            kept.add(one);
        }
        return OnDemandView.of(
                authorization.id(),
                kept,
                byId(released.values().stream()
                        .map(ReleasePayouts.Released::standing)
                        .toList()));
    }

    Optional<OnDemandView> find(Scope scope, UUID id) {
        return rows.one(scope, id).map(authorization -> {
            var kept = entities.createQuery(
                            "from OnDemandPayout where authorization = :authorization order by place",
                            OnDemandPayout.class)
                    .setParameter("authorization", authorization.id())
                    .getResultList();
            var wanted = kept.stream().map(OnDemandPayout::payout).toList();
            return OnDemandView.of(authorization.id(), kept, byId(payouts.standings(scope, wanted)));
        });
    }

    private static Map<UUID, ReleasePayouts.Standing> byId(List<ReleasePayouts.Standing> standings) {
        return standings.stream().collect(Collectors.toMap(ReleasePayouts.Standing::payout, Function.identity()));
    }
}
