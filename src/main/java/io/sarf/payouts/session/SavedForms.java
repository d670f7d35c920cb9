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

/** Forms that outlive a session, encrypted and without bank credentials and codes. They have had no effect yet. */
@ApplicationScoped
class SavedForms implements Retention {
    record Saved(String target, String page, Map<String, List<String>> fields, Instant at, boolean sent) {}

    static final Duration LIFE = Duration.ofHours(1);

    static final int ADDRESS_MAX = 500;

    /** Bank credentials and codes are never stored; the page has a new CSRF token. */
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

    /** Creates the row for the form the browser is about to send again; returns the secret that identifies it. */
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

    /** False when no form is expected with this secret, or it has arrived already. */
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
     * Allows sending once, because a second time may repeat the effect.
     *
     * @param again whether the owner confirms sending it again
     * @return its target; empty when it was sent already, or does not exist
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
