package io.sarf.payouts.application;

/** An application with an environment. Every query names one, so that rows of another scope are not found. */
public record Scope(ApplicationId application, Environment environment) {
    public boolean sandbox() {
        return environment == Environment.SANDBOX;
    }

    /** The prefix of all pages of the scope. */
    public String path() {
        return "/dashboard/" + application + "/" + environment.path();
    }
}
