package io.sarf.payouts.client;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A key is published before it signs, so that clients that cache the published keys have it by then. */
@ApplicationScoped
class SigningKeys {
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<SigningKey, Integer> {}

    private record Loaded(KeyRing ring, Instant at) {}

    /** Longest time until a node notices a key that another node created or retired. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** Shortest interval between two reloads that unknown key ids cause. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** A previous key verifies for the life of its last token, plus this margin for clock differences. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Rows rows;
    private final EntityManager entities;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final Duration age;
    private final Duration lead;

    private volatile @Nullable Loaded loaded;

    SigningKeys(
            Rows rows,
            EntityManager entities,
            Vault vault,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "sarf.tokens.key-age", defaultValue = "30d") Duration age,
            @ConfigProperty(name = "sarf.tokens.key-lead", defaultValue = "1d") Duration lead) {
        this.rows = rows;
        this.entities = entities;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.age = age;
        this.lead = lead;
    }

    KeyRing.Key signing() {
        var key = ring(FRESH).signing(clock.instant());
        if (key == null) {
            prepareNext();
            key = ring(Duration.ZERO).signing(clock.instant());
        }
        if (key == null) {
            throw new IllegalStateException("No signing key is active");
        }
        return key;
    }

    @Nullable
    RSAPublicKey verifying(@Nullable String kid) {
        var key = ring(FRESH).verifying(kid, clock.instant());
        return key == null ? ring(LOOK_AGAIN).verifying(kid, clock.instant()) : key;
    }

    /** The same from memory alone; null if the keys have to be read first. */
    @Nullable
    RSAPublicKey inMemory(@Nullable String kid) {
        var known = loaded;
        return known == null || !fresh(known, FRESH) ? null : known.ring().verifying(kid, clock.instant());
    }

    KeyRing published() {
        signing();
        return new KeyRing(ring(FRESH).published(clock.instant()));
    }

    /** Creates the first key, or the next one when it is due. Any node may run it; the unique number decides a race. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void prepareNext() {
        var now = clock.instant();
        var newest = rows.find("order by number desc").firstResult();
        if (newest == null) {
            insert(1, now, now);
        } else if (!newest.activeFrom().plus(age).isAfter(now.plus(lead))) {
            var from = now.plus(lead);
            if (insert(newest.number() + 1, now, from)) {
                entities.createNativeQuery("UPDATE signing_key SET retired_at = :at"
                                + " WHERE retired_at IS NULL AND number <= :number")
                        .setParameter("at", from.plus(Tokens.LIFE).plus(MARGIN))
                        .setParameter("number", newest.number())
                        .executeUpdate();
            }
        }
    }

    private boolean insert(int number, Instant publishedAt, Instant activeFrom) {
        var kid = ids.next();
        var pair = RsaKeys.generate();
        var sealed = vault.seal(RsaKeys.text(pair.getPrivate()), SigningKey.place(kid));
        return entities.createNativeQuery("INSERT IGNORE INTO signing_key"
                                + " (number, kid, public_key, private_key, private_key_key, published_at, active_from)"
                                + " VALUES (:number, :kid, :public, :private, :key, :published, :active)")
                        .setParameter("number", number)
                        .setParameter("kid", kid)
                        .setParameter("public", pair.getPublic().getEncoded())
                        .setParameter("private", sealed.text())
                        .setParameter("key", sealed.key())
                        .setParameter("published", publishedAt)
                        .setParameter("active", activeFrom)
                        .executeUpdate()
                == 1;
    }

    private KeyRing ring(Duration fresh) {
        var known = loaded;
        if (known != null && fresh(known, fresh)) {
            return known.ring();
        }
        var now = clock.instant();
        var ring = load(now);
        loaded = new Loaded(ring, now);
        return ring;
    }

    private boolean fresh(Loaded known, Duration fresh) {
        return clock.instant().isBefore(known.at().plus(fresh));
    }

    @Transactional
    KeyRing load(Instant now) {
        return new KeyRing(rows.find("retiredAt is null or retiredAt > ?1 order by number", now).stream()
                .map(row -> row.open(vault))
                .toList());
    }
}
