package io.sarf.payouts.session;

import io.sarf.payouts.platform.Vault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A form that was sent after its sender's session ended. A person has one; the next replaces it. */
@Entity
@Table(name = "kept_form")
class SavedForm {
    @Id
    private UUID id;

    private UUID person;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 32)
    private byte[] secretHash;

    private String target;
    private String page;
    private byte @Nullable [] fields;
    private @Nullable String fieldsKey;

    @Column(name = "kept_at")
    private Instant savedAt;

    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected SavedForm() {}

    /**
     * @param target where it was sent to
     * @param page where it stood
     */
    SavedForm(UUID id, UUID person, byte[] secretHash, String target, String page, Instant at) {
        this.id = id;
        this.person = person;
        this.secretHash = secretHash;
        this.target = target;
        this.page = page;
        this.savedAt = at;
    }

    void save(Vault.Sealed fields) {
        this.fields = fields.text();
        this.fieldsKey = fields.key();
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    String target() {
        return target;
    }

    String page() {
        return page;
    }

    /** Null until it has arrived. */
    Vault.@Nullable Sealed fields() {
        return fields == null || fieldsKey == null ? null : new Vault.Sealed(fieldsKey, fields);
    }

    Instant savedAt() {
        return savedAt;
    }

    boolean sent() {
        return sentAt != null;
    }
}
