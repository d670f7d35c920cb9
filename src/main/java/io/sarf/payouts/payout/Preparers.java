package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who prepared a payout and so may not be its second person. A payout of the API has no preparer at first. */
@ApplicationScoped
@Transactional
public class Preparers {
    private final EntityManager entities;
    private final Clock clock;

    Preparers(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void created(Scope scope, Payout payout, Actor by) {
        add(scope, payout, by, PayoutPreparer.Deed.CREATED);
    }

    public void nameAccepted(Scope scope, Payout payout, Actor by) {
        add(scope, payout, by, PayoutPreparer.Deed.NAME_ACCEPTED);
    }

    private void add(Scope scope, Payout payout, Actor by, PayoutPreparer.Deed deed) {
        if (by.kind() == Actor.Kind.PERSON) {
            entities.persist(new PayoutPreparer(scope, payout.id(), UUID.fromString(by.id()), deed, clock.instant()));
        }
    }

    /** A person who edits a payee becomes a preparer of its payouts that are not authorized yet. */
    void editedPayee(Scope scope, DestinationId payee, Actor by) {
        if (by.kind() == Actor.Kind.PERSON) {
            entities.createNativeQuery("INSERT IGNORE INTO payout_preparer"
                            + " (payout, person, deed, application, environment, at)"
                            + " SELECT id, :person, 'PAYEE_EDITED', application, environment, :at FROM payout"
                            + " WHERE application = :application AND environment = :environment"
                            + " AND destination = :payee AND status IN ('CREATED', 'QUEUEING', 'AWAITING_AUTHORIZATION')"
                            // Waits for payouts that are being written, and sees them.
                            + " LOCK IN SHARE MODE")
                    .setParameter("person", UUID.fromString(by.id()))
                    .setParameter("at", clock.instant())
                    .setParameter("application", scope.application().value())
                    .setParameter("environment", scope.environment().name())
                    .setParameter("payee", payee.value())
                    .executeUpdate();
        }
    }

    public Set<PayoutId> preparedBy(Scope scope, UUID person, Collection<Payout> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select payout from PayoutPreparer where " + ScopedRows.WITHIN
                                        + " and person = :person and payout in :payouts",
                                UUID.class))
                .setParameter("person", person)
                .setParameter(
                        "payouts",
                        some.stream().map(payout -> payout.id().value()).toList())
                .getResultStream()
                .map(PayoutId::new)
                .collect(Collectors.toSet());
    }

    public List<String> recipients(Scope scope, UUID person, Collection<Payout> some) {
        var own = preparedBy(scope, person, some);
        return some.stream()
                .filter(payout -> own.contains(payout.id()))
                .map(payout -> payout.recipient().payee().legal())
                .toList();
    }

    boolean payeeEdited(Scope scope, Payout payout) {
        return !ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select 1 from PayoutPreparer where " + ScopedRows.WITHIN
                                        + " and payout = :payout and deed = :edited",
                                Integer.class))
                .setParameter("payout", payout.id().value())
                .setParameter("edited", PayoutPreparer.Deed.PAYEE_EDITED)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The person who created it; empty if the API did. */
    Optional<UUID> creator(Scope scope, Payout payout) {
        return payout.createdBy().kind() == Actor.Kind.PERSON
                ? ScopedRows.bound(
                                scope,
                                entities.createQuery(
                                        "select person from PayoutPreparer where " + ScopedRows.WITHIN
                                                + " and payout = :payout and deed = :created",
                                        UUID.class))
                        .setParameter("payout", payout.id().value())
                        .setParameter("created", PayoutPreparer.Deed.CREATED)
                        .getResultStream()
                        .findFirst()
                : Optional.empty();
    }
}
