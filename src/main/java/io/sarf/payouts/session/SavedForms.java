package io.sarf.payouts.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Secrets;
import io.sarf.payouts.platform.Vault;
import io.sarf.payouts.work.Retention;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Forms that outlive a session. Nothing of them has happened: their owner sends them once more, or not. They are sealed, and
 * bank credentials and codes are not among them.
 */
@ApplicationScoped
class SavedForms implements Retention {
    /**
     * @param fields each with its values, in the order of their names
     * @param sent whether its owner has sent it from here since
     */
    record Saved(String target, String page, Map<String, List<String>> fields, Instant at, boolean sent) {}

    /** Whoever does not come back within this time begins anew. */
    static final Duration LIFE = Duration.ofHours(1);

    static final int ADDRESS_MAX = 500;

    /** Bank credentials and codes, which no page keeps or shows. The token of a page is given anew. */
    static final Set<String> LEFT_OUT = Set.of("user_name", "password", "otp", "code", "csrf-token");

    private static final TypeReference<TreeMap<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final EntityManager entities;
    private final Secrets secrets;
    private final Vault vault;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    SavedForms(EntityManager entities, Secrets secrets, Vault vault, ObjectMapper json, Ids ids, Clock clock) {
        this.entities = entities;
        this.secrets = secrets;
        this.vault = vault;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes room for a form that is about to be sent once more, to be kept.
     *
     * @return the secret with which it is kept, and found again
     */
    @ActivateRequestContext
    @Retried
    @Transactional
    String expect(UUID person, String target, String page) {
        entities.createQuery("delete from SavedForm where person = :person")
                .setParameter("person", person)
                .executeUpdate();
        var secret = secrets.token();
        entities.persist(new SavedForm(ids.next(), person, secrets.hash(secret), target, page, clock.instant()));
        return secret;
    }

    /** @return false when nothing was expected with this secret, or it has arrived already */
    @Retried
    @Transactional
    boolean save(String secret, Map<String, List<String>> fields) {
        var row = find(secret).filter(one -> one.fields() == null);
        row.ifPresent(one -> {
            var saved = new TreeMap<>(fields);
            saved.keySet().removeAll(LEFT_OUT);
            one.save(vault.seal(write(saved), place(one)));
        });
        return row.isPresent();
    }

    /** What the person has sent in vain; anybody else's is not shown, whoever's browser it is. */
    @Transactional
    Optional<Saved> of(UUID person, String secret) {
        return find(secret)
                .filter(one -> one.person().equals(person))
                .flatMap(one -> Optional.ofNullable(one.fields())
                        .map(fields -> new Saved(
                                one.target(),
                                one.page(),
                                read(vault.open(fields, place(one))),
                                one.savedAt(),
                                one.sent())));
    }

    /**
     * Lets its owner send it, once: what it does may not be done twice, unless they say so.
     *
     * @param again whether they mean to, though it was sent already
     * @return where it goes; empty when it was sent already, or is not there
     */
    @Retried
    @Transactional
    Optional<String> send(UUID person, String secret, boolean again) {
        return find(secret)
                .filter(one -> one.person().equals(person) && one.fields() != null)
                .filter(one -> entities.createQuery(
                                        "update SavedForm set sentAt = :now where id = :id and (sentAt is null or :again = true)")
                                .setParameter("again", again)
                                .setParameter("now", clock.instant())
                                .setParameter("id", one.id())
                                .executeUpdate()
                        == 1)
                .map(SavedForm::target);
    }

    private Optional<SavedForm> find(String secret) {
        return entities.createQuery("from SavedForm where secretHash = :hash and savedAt > :then", SavedForm.class)
                .setParameter("hash", secrets.hash(secret))
                .setParameter("then", clock.instant().minus(LIFE))
                .getResultStream()
                .findFirst();
    }

    @Override
    public String table() {
        return "kept_form";
    }

    @Override
    public Duration life() {
        return LIFE;
    }

    @AcrossApplications
    @Transactional
    @Override
    public boolean deleteBatch() {
        entities.createQuery("delete from SavedForm where savedAt < :then")
                .setParameter("then", clock.instant().minus(LIFE))
                .executeUpdate();
        return false;
    }

    private static String place(SavedForm form) {
        return "kept form/" + form.id() + "/fields";
    }

    private String write(Map<String, List<String>> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists of texts can be written", e);
        }
    }

    private Map<String, List<String>> read(String fields) {
        try {
            return json.readValue(fields, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept can be read", e);
        }
    }
}
