package io.sarf.payouts.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What moves money, or decides who may, asks for a recent sign-in: a browser left open has a session too. Whoever signed in too
 * long ago signs in again and goes on where they were.
 */
@ApplicationScoped
public class FreshSignIn {
    /** Where somebody signs in again. At an address that ends so the identity provider asks for the password. */
    public static final String PATH = "/fresh-sign-in";

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
    public boolean of(Person person) {
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

    /** @throws SignInTooOld when the person gives a role that decides about money, or lets somebody make secrets, and has to sign in again before */
    public void requireToGive(Person person, Grants before, Grants wanted) {
        var secrets = wanted.secrets() && !before.secrets();
        if (secrets || wanted.roles().stream().anyMatch(role -> role.sensitive() && !before.has(role))) {
            require(person);
        }
    }

    /** The greatest age at which a sign-in is still fresh. */
    public Duration age() {
        return age;
    }
}
