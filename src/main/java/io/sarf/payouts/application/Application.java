package io.sarf.payouts.application;

import io.sarf.payouts.web.PlainText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** One client company, the tenant. */
@Entity
public class Application {
    /** Longest name, in characters. */
    public static final int NAME_MAX = 80;

    @Id
    private UUID id;

    private String name;
    private Instant createdAt;

    // Who changes the name has not seen another one because of it.
    @OptimisticLock(excluded = true)
    private @Nullable String logo;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    Application(ApplicationId id, String name, Instant createdAt) {
        this.id = id.value();
        this.name = name;
        this.createdAt = createdAt;
    }

    /** Whether it may be one's name: 1 to {@link #NAME_MAX} characters of plain text, without spaces around. */
    public static boolean mayBeCalled(String name) {
        return !name.isEmpty() && name.length() <= NAME_MAX && name.equals(name.strip()) && PlainText.is(name);
    }

    void rename(String wanted) {
        name = wanted;
    }

    public ApplicationId id() {
        return new ApplicationId(id);
    }

    public String name() {
        return name;
    }

    /** SHA-256 of the logo, in hexadecimal; null for none. */
    public @Nullable String logo() {
        return logo;
    }

    void show(@Nullable String digest) {
        logo = digest;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Of the name. */
    public long version() {
        return version;
    }
}
