package io.sarf.payouts.team;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

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

    /** The caller could not be identified; the error page, which is public, must not try again. */
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
