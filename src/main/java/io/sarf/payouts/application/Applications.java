package io.sarf.payouts.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.PointQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
@Transactional
public class Applications {
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<Application, UUID> {}

    @ApplicationScoped
    static class Environments implements PanacheRepositoryBase<ApplicationEnvironment, ApplicationEnvironment.Key> {}

    private final Rows rows;
    private final Environments environments;
    private final PointQuery query;
    private final Ids ids;

    Applications(Rows rows, Environments environments, PointQuery query, Ids ids) {
        this.rows = rows;
        this.environments = environments;
        this.query = query;
        this.ids = ids;
    }

    public Application add(String name, Instant at) {
        var application = new Application(new ApplicationId(ids.next()), name, at);
        rows.persist(application);
        for (var environment : Environment.values()) {
            environments.persist(new ApplicationEnvironment(new Scope(application.id(), environment), ids.next()));
        }
        return application;
    }

    /** Locks the environment until the transaction ends and reads its current state. */
    public ApplicationEnvironment locked(Scope scope) {
        var environment = require(scope);
        environments.getEntityManager().refresh(environment, LockModeType.PESSIMISTIC_WRITE);
        return environment;
    }

    /**
     * Lock for additions up to a maximum, until the transaction ends. Call it before any other query of the
     * transaction: rows read before the lock may be out of date.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeTurn(Scope scope) {
        environments.findById(
                new ApplicationEnvironment.Key(scope.application().value(), scope.environment()),
                LockModeType.PESSIMISTIC_WRITE);
    }

    public Application require(ApplicationId id) {
        var found = rows.findById(id.value());
        if (found == null) {
            throw new Missing("application");
        }
        return found;
    }

    /** Flushes, so that the application has its next version. */
    public Application rename(ApplicationId id, String name) {
        var application = require(id);
        application.rename(name);
        rows.flush();
        return application;
    }

    /** A single plain query, because every API call asks this. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean payoutsEnabled(Scope scope) {
        return query.at(
                        "SELECT payouts_enabled_at FROM application_environment WHERE application = ? AND environment = ?",
                        scope.application().value(),
                        scope.environment().name())
                .isPresent();
    }

    public ApplicationEnvironment require(Scope scope) {
        var found = environments.findById(
                new ApplicationEnvironment.Key(scope.application().value(), scope.environment()));
        if (found == null) {
            throw new Missing("application");
        }
        return found;
    }

    /** Newest first, at most 100. */
    @AcrossApplications
    public List<Application> search(String part) {
        return rows.find("locate(?1, name) > 0 order by createdAt desc", part)
                .page(0, 100)
                .list();
    }

    /** Longest waiting first, at most 100. */
    @AcrossApplications
    public List<ApplicationEnvironment> requests() {
        return environments
                .find("payoutsRequestedAt is not null and payoutsEnabledAt is null order by payoutsRequestedAt")
                .page(0, 100)
                .list();
    }
}
