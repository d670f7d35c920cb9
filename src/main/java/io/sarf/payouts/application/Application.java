package io.sarf.payouts.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One client company. */
@Entity
public class Application {
    /** Longest name, in characters. */
    public static final int NAME_MAX = 80;

    @Id
    private UUID id;

    private String name;
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    Application(ApplicationId id, String name, Instant createdAt) {
        this.id = id.value();
        this.name = name;
        this.createdAt = createdAt;
    }

    /** Whether it may be one's name: 1 to {@link #NAME_MAX} characters, without spaces around. */
    public static boolean mayBeCalled(String name) {
        return !name.isEmpty() && name.length() <= NAME_MAX && name.equals(name.strip());
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

    public Instant createdAt() {
        return createdAt;
    }

    /** Of the name. */
    public long version() {
        return version;
    }
}
