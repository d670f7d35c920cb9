package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import org.jboss.resteasy.reactive.RestPath;

/** The part of a page's address that says which application and environment it is about. */
public record ScopePath(
        @RestPath ApplicationId application, @RestPath Environment environment) {
    public Scope scope() {
        return new Scope(application, environment);
    }
}
