package io.sarf.payouts.team;

import io.quarkus.security.identity.SecurityIdentity;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who is calling this page. */
@RequestScoped
public class CurrentMember {
    private final SecurityIdentity identity;

    CurrentMember(SecurityIdentity identity) {
        this.identity = identity;
    }

    public @Nullable Person personOrNull() {
        return identity.getAttribute(Doorkeeper.PERSON);
    }

    public @Nullable Member memberOrNull() {
        return identity.getAttribute(Doorkeeper.MEMBER);
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
        return identity.hasRole(Permission.Name.REPRESENTATIVE);
    }
}
