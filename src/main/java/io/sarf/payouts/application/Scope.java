package io.sarf.payouts.application;

/** Where something belongs. Every query names one, so that what belongs elsewhere is simply not found. */
public record Scope(ApplicationId application, Environment environment) {
    public boolean sandbox() {
        return environment == Environment.SANDBOX;
    }

    /** The beginning of every page's address. */
    public String path() {
        return "/dashboard/" + application + "/" + environment.path();
    }
}
