package io.sarf.payouts.client;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.PointQuery;
import io.sarf.payouts.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one secret an environment has. */
@ApplicationScoped
public class ClientSecrets {
    /** A secret as people may see it. */
    public record Description(Instant createdAt, String createdBy) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<ClientSecret> {}

    private final Rows rows;
    private final Applications applications;
    private final PointQuery query;
    private final Secrets secrets;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    ClientSecrets(
            Rows rows,
            Applications applications,
            PointQuery query,
            Secrets secrets,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.query = query;
        this.secrets = secrets;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a secret, which is known to the caller only, once. The one before it and its tokens die with the commit. */
    @Transactional
    public String create(Scope scope, Actor by) {
        // Two at once take their turns here: the unique key would refuse the second, the lock lets it replace the
        // first.
        applications.locked(scope);
        var now = clock.instant();
        var before = live(scope);
        if (before != null) {
            before.replace(now);
            rows.flush();
        }
        var text = secrets.token();
        var secret = new ClientSecret(ids.next(), scope, secrets.hash(text), by.name(), now);
        rows.persist(secret);
        journal.record(Change.of(
                        Chain.of(scope),
                        "client_secret.created",
                        new Change.Subject("client_secret", secret.id(), 0),
                        by)
                .with("replaced", before == null ? null : before.id()));
        return text;
    }

    /** Since when there is a secret, and who made it; null when there is none. */
    public @Nullable Description describe(Scope scope) {
        var secret = live(scope);
        return secret == null ? null : new Description(secret.createdAt(), secret.createdByName());
    }

    /** The secret with this text, if it is this application's and was not replaced. */
    @Transactional
    @Nullable
    ClientSecret find(ApplicationId application, String text) {
        return rows.find("hash = ?1 and scope.application = ?2 and live = true", secrets.hash(text), application)
                .firstResult();
    }

    /** Whether a secret was not replaced. By key and from the writer, since every call asks. */
    boolean lives(Scope scope, UUID secret) {
        return query.at(
                        "SELECT 1 FROM client_secret WHERE id = ? AND application = ? AND environment = ? AND live",
                        secret,
                        scope.application().value(),
                        scope.environment().name())
                .isPresent();
    }

    private @Nullable ClientSecret live(Scope scope) {
        return rows.within(scope, "live = true").firstResult();
    }
}
