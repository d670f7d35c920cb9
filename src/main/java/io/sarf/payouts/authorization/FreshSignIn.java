package io.sarf.payouts.authorization;

import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whoever authorizes has shown not long ago who they are: a browser left open has a session too. */
@ApplicationScoped
public class FreshSignIn {
    /** How far the identity provider's clock may be ahead of ours; what it dates later than that is not believed. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration age;

    FreshSignIn(
            Clock clock, @ConfigProperty(name = "sarf.authorization.sign-in-age", defaultValue = "15m") Duration age) {
        this.clock = clock;
        this.age = age;
    }

    /** Nobody's is, of whom the identity provider does not say when they signed in. */
    boolean of(Person person) {
        var at = person.authenticatedAt();
        var now = clock.instant();
        return at != null && !at.plus(age).isBefore(now) && !at.isAfter(now.plus(AHEAD));
    }

    /** @throws SignInTooOld when the person has to sign in again before */
    public void require(Person person) {
        if (!of(person)) {
            throw new SignInTooOld();
        }
    }

    /** The greatest age at which a sign-in is still fresh. */
    public Duration age() {
        return age;
    }
}
