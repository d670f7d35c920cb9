package io.sarf.payouts.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationEnvironment;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.PaddedInList;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ClientSecrets {
    public record Description(Instant createdAt, String createdBy) {}

    /** A secret that has not been replaced. */
    public record Live(Scope scope, boolean payoutsEnabled) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<ClientSecret> {}

    /**
     * How long a secret counts as live, for an operation that looks again in its own transaction: until then a call with
     * a replaced one can use up the quota of the new one.
     */
    private static final Duration SEEN = Duration.ofSeconds(10);

    private final Cache<UUID, Boolean> seen =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(SEEN).build();
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

    /** Returns the text, which is not stored. The previous secret and its tokens become invalid at commit. */
    @Transactional
    public String create(Scope scope, Actor by) {
        // The unique key alone would refuse the second of two concurrent callers; with the lock it replaces the first
        // secret.
        applications.locked(scope);
        var now = clock.instant();
        var before = live(scope);
        if (before != null) {
            before.replace(now);
            seen.invalidate(before.id());
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

    public @Nullable Description describe(Scope scope) {
        var secret = live(scope);
        return secret == null ? null : new Description(secret.createdAt(), secret.createdByName());
    }

    @Transactional
    @Nullable
    ClientSecret find(ApplicationId application, String text) {
        return rows.find("hash = ?1 and scope.application = ?2 and live = true", secrets.hash(text), application)
                .firstResult();
    }

    /** By primary key and from the writer, because every call asks. */
    boolean lives(Scope scope, UUID secret) {
        var lives = query.at(
                        "SELECT 1 FROM client_secret WHERE id = ? AND application = ? AND environment = ? AND live",
                        secret,
                        scope.application().value(),
                        scope.environment().name())
                .isPresent();
        if (lives) {
            seen.put(secret, true);
        }
        return lives;
    }

    /** Whether it lived a moment ago; asks no database. */
    boolean livedJustNow(Scope scope, UUID secret) {
        return seen.getIfPresent(secret) != null;
    }

    /**
     * Those of the secrets that live. In a serializable transaction they cannot be replaced, and payouts cannot be disabled
     * there, until it ends.
     */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Live> living(Set<UUID> some) {
        Map<UUID, Live> living = PaddedInList.rows(
                        some,
                        in -> rows.getEntityManager()
                                .createQuery(
                                        "select s, e from ClientSecret s join ApplicationEnvironment e on e.application ="
                                                + " s.scope.application and e.environment = s.scope.environment where s.id in ("
                                                + in + ") and s.live = true",
                                        Object[].class))
                .stream()
                .collect(Collectors.toMap(
                        row -> ((ClientSecret) row[0]).id(),
                        row -> new Live(
                                ((ClientSecret) row[0]).scope(), ((ApplicationEnvironment) row[1]).payoutsEnabled())));
        living.keySet().forEach(secret -> seen.put(secret, true));
        return living;
    }

    private @Nullable ClientSecret live(Scope scope) {
        return rows.within(scope, "live = true").firstResult();
    }
}
