package io.sarf.payouts.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One client company. */
@Entity
public class Application {
    /** Longest name, in characters. */
    public static final int NAME_MAX = 120;

    @Id
    private UUID id;

    private String name;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    Application(ApplicationId id, String name, Instant createdAt) {
        this.id = id.value();
        this.name = name;
        this.createdAt = createdAt;
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
}
