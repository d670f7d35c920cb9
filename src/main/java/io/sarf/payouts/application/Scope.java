package io.sarf.payouts.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Where something belongs. Every query names one, so that what belongs elsewhere is simply not found. */
@Embeddable
public record Scope(
        ApplicationId application,
        @Enumerated(EnumType.STRING) @Column(length = 10) Environment environment) {
    public boolean sandbox() {
        return environment == Environment.SANDBOX;
    }

    /** The beginning of every page's address. */
    public String path() {
        return "/dashboard/" + application + "/" + environment.path();
    }
}
