package io.sarf.payouts.webhook;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Secrets;
import io.sarf.payouts.platform.Vault;
import io.sarf.payouts.webhook.WebhookEndpoint.State;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Endpoints {
    static final int MOST = 50;

    /** @param events empty for all */
    record Settings(String url, String description, Set<String> events) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<WebhookEndpoint> {}

    private final Applications applications;
    private final Rows rows;
    private final EntityManager entities;
    private final Vault vault;
    private final Secrets secrets;
    private final Journal journal;
    private final Clock clock;

    Endpoints(
            Applications applications,
            Rows rows,
            EntityManager entities,
            Vault vault,
            Secrets secrets,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.rows = rows;
        this.entities = entities;
        this.vault = vault;
        this.secrets = secrets;
        this.journal = journal;
        this.clock = clock;
    }

    List<WebhookEndpoint> all(Scope scope) {
        return rows.all(scope, Sort.by("id"));
    }

    List<WebhookEndpoint> on(Scope scope) {
        return rows.within(scope, "state = ?1", State.ON).list();
    }

    @Nullable
    WebhookEndpoint find(Scope scope, UUID id) {
        return rows.one(scope, id).orElse(null);
    }

    WebhookEndpoint require(Scope scope, UUID id) {
        return rows.one(scope, id).orElseThrow(() -> new Missing("webhook endpoint"));
    }

    /**
     * @param id chosen when the form is shown, so that the same form sent twice makes one endpoint
     * @return its secret, to be shown once; empty when the endpoint exists already
     * @throws Refused {@code TOO_MANY} beyond {@link #MOST}
     */
    @Retried
    @Transactional
    Optional<String> add(Scope scope, UUID id, Settings settings, Actor by) {
        applications.takeTurn(scope);
        if (find(scope, id) != null) {
            return Optional.empty();
        }
        if (all(scope).size() >= MOST) {
            throw new Refused("TOO_MANY", "An environment has at most " + MOST + " endpoints.");
        }
        var secret = Signing.secret(secrets.random());
        var endpoint = new WebhookEndpoint(
                id,
                scope,
                settings.url(),
                settings.description(),
                settings.events(),
                vault.seal(secret, place(scope, id)),
                clock.instant());
        rows.persist(endpoint);
        journal(endpoint, "created", by, change -> described(change, endpoint));
        return Optional.of(secret);
    }

    /** @throws Refused {@code STALE} when the endpoint has another version now */
    @Transactional
    void change(Scope scope, UUID id, long version, Settings settings, Actor by) {
        var endpoint = lock(scope, id);
        if (endpoint.version() != version) {
            throw new Refused("STALE", "Somebody changed this endpoint meanwhile.");
        }
        var before = new Settings(endpoint.url(), endpoint.description(), endpoint.events());
        endpoint.change(settings.url(), settings.description(), settings.events());
        journal(
                endpoint,
                "changed",
                by,
                change -> described(change, endpoint)
                        .with("url_before", before.url())
                        .with("description_before", before.description())
                        .with("events_before", subscribed(before.events())));
    }

    @Transactional
    void switchOn(Scope scope, UUID id, Actor by) {
        var endpoint = lock(scope, id);
        if (endpoint.state() != State.ON) {
            var before = endpoint.state();
            endpoint.state(State.ON);
            // Without this the next failure would switch it off again.
            entities.createNativeQuery(
                            "UPDATE webhook_endpoint SET failing_since = NULL, failed_at = NULL WHERE id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            journal(
                    endpoint,
                    "changed",
                    by,
                    change -> change.with("state", State.ON.name()).with("state_before", before.name()));
        }
    }

    @Transactional
    void switchOff(Scope scope, UUID id, Actor by) {
        switchOff(lock(scope, id), State.OFF_BY_MEMBER, by);
    }

    /** Switches an endpoint off on behalf of the product, in the caller's transaction. */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    void switchOff(UUID id, State why) {
        rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(endpoint -> switchOff(endpoint, why, Actor.SYSTEM));
    }

    private void switchOff(WebhookEndpoint endpoint, State why, Actor by) {
        if (endpoint.state() == State.ON) {
            endpoint.state(why);
            journal(
                    endpoint,
                    "switched_off",
                    by,
                    change -> change.with("reason", why.name())
                            .with("url", endpoint.url())
                            .with("failing_since", endpoint.failingSince()));
        }
    }

    /**
     * Returns a new secret, to be shown once. Both sign until the overlap ends; {@code OVERLAP} while an earlier one
     * lasts.
     */
    @Transactional
    String rotate(Scope scope, UUID id, Actor by) {
        var endpoint = lock(scope, id);
        var now = clock.instant();
        if (endpoint.overlaps(now)) {
            throw new Refused("OVERLAP", "The last rotation is still under way.");
        }
        var secret = Signing.secret(secrets.random());
        endpoint.rotate(vault.seal(secret, place(scope, id)), now);
        journal(endpoint, "secret_rotated", by, change -> change.with("overlap_until", endpoint.overlapUntil()));
        return secret;
    }

    @Transactional
    void endOverlap(Scope scope, UUID id, Actor by) {
        var endpoint = lock(scope, id);
        var before = endpoint.overlapUntil();
        if (before != null) {
            endpoint.endOverlap();
            journal(
                    endpoint,
                    "changed",
                    by,
                    change -> change.with("overlap_until", null).with("overlap_until_before", before));
        }
    }

    Signing.Keys keys(Scope scope, UUID id, WebhookEndpoint.SealedSecrets sealed) {
        var previous = sealed.previous();
        return new Signing.Keys(
                vault.open(sealed.current(), place(scope, id)),
                previous == null ? null : vault.open(previous, place(scope, id)));
    }

    private WebhookEndpoint lock(Scope scope, UUID id) {
        var endpoint = require(scope, id);
        entities.lock(endpoint, LockModeType.PESSIMISTIC_WRITE);
        return endpoint;
    }

    private void journal(WebhookEndpoint endpoint, String what, Actor by, UnaryOperator<Change> more) {
        // The flush increments the version: the entry records the one after the change.
        entities.flush();
        journal.record(
                more.apply(Change.of(Chain.of(endpoint.scope()), "webhook_endpoint." + what, subject(endpoint), by)));
    }

    static Change.Subject subject(WebhookEndpoint endpoint) {
        return new Change.Subject("webhook_endpoint", endpoint.id(), endpoint.version());
    }

    private static Change described(Change change, WebhookEndpoint endpoint) {
        return change.with("url", endpoint.url())
                .with("description", endpoint.description())
                .with("events", subscribed(endpoint.events()));
    }

    private static Collection<String> subscribed(Set<String> events) {
        return events.isEmpty() ? EventTypes.ALL : events;
    }

    private static String place(Scope scope, UUID id) {
        return scope.application() + "/" + scope.environment().path() + "/webhook_endpoint/" + id + "/secret";
    }
}
