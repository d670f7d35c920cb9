package io.sarf.payouts.team;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who is calling this page. */
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

    /** Whether it could not be found out who calls. The page that says so is for anybody, and must not ask once more. */
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

    /** The caller in the application the address names. */
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
