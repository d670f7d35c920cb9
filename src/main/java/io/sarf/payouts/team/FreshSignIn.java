package io.sarf.payouts.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Moving money and granting permissions require a recent sign-in: an unattended browser has a session too. */
@ApplicationScoped
public class FreshSignIn {
    /** At a path with this ending, the identity provider asks for the password. */
    public static final String PATH = "/fresh-sign-in";

    /** How far the identity provider's clock may be ahead; a later sign-in time is not trusted. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration age;

    FreshSignIn(
            Clock clock, @ConfigProperty(name = "sarf.authorization.sign-in-age", defaultValue = "15m") Duration age) {
        this.clock = clock;
        this.age = age;
    }

    /** False when the identity provider reports no sign-in time. */
    public boolean of(Person person) {
        var at = person.authenticatedAt();
        var now = clock.instant();
        return at != null && !at.plus(age).isBefore(now) && !at.isAfter(now.plus(AHEAD));
    }

    /** @throws SignInTooOld when the person has to sign in again first */
    public void require(Person person) {
        if (!of(person)) {
            throw new SignInTooOld();
        }
    }

    /** Checks only when a sensitive role or the permission to make secrets is added. */
    public void requireToGive(Person person, Grants before, Grants wanted) {
        var secrets = wanted.secrets() && !before.secrets();
        if (secrets || wanted.roles().stream().anyMatch(role -> role.sensitive() && !before.has(role))) {
            require(person);
        }
    }

    public Duration age() {
        return age;
    }
}
