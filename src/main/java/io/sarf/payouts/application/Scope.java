package io.sarf.payouts.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An application with an environment. Every query names one, so that rows of another scope are not found. */
@Embeddable
public record Scope(
        ApplicationId application,
        @Enumerated(EnumType.STRING) @Column(length = 10) Environment environment) {
    public boolean sandbox() {
        return environment == Environment.SANDBOX;
    }

    /** The prefix of all pages of the scope. */
    public String path() {
        return "/dashboard/" + application + "/" + environment.path();
    }
}
