package io.sarf.payouts.team;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The person who calls this page, and their membership. */
@RequestScoped
public class CurrentMember {
    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    CurrentMember(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    public @Nullable Person personOrNull() {
        return unknown() ? null : identity.getAttribute(RoleAugmentor.PERSON);
    }

    public @Nullable Member memberOrNull() {
        return unknown() ? null : identity.getAttribute(RoleAugmentor.MEMBER);
    }

    /**
     * Whether the caller could not be identified. The error page is public and must not try to identify the caller
     * again.
     */
    private boolean unknown() {
        var current = request.getCurrent();
        return current != null && current.user() == null;
    }

    public Person person() {
        var person = personOrNull();
        if (person == null) {
            throw new Missing("person");
        }
        return person;
    }

    /** The caller's membership in the application that the address names. */
    public Member member() {
        var member = memberOrNull();
        if (member == null) {
            throw new Missing("application");
        }
        return member;
    }

    public boolean representative() {
        return !unknown() && identity.hasRole(Permission.Name.REPRESENTATIVE);
    }
}
