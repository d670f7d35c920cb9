package io.sarf.payouts.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.ApplicationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who have signed in before and are members of a company. */
@ApplicationScoped
public class KnownPeople {
    private final People people;
    private final Members members;
    private final Instance<KnownCallers> callers;
    private final Clock clock;

    KnownPeople(People people, Members members, Instance<KnownCallers> callers, Clock clock) {
        this.people = people;
        this.members = members;
        this.callers = callers;
        this.clock = clock;
    }

    /** Somebody who has signed in just now. */
    public Person member(ApplicationId application, String name, Role... roles) {
        var person = person(name);
        var member = QuarkusTransaction.requiringNew()
                .call(() -> members.add(application, person, Grants.of(roles), person.actor()));
        callers.stream().forEach(known -> known.know(person, member));
        return person;
    }

    /** The same, of whoever runs the product. */
    public Person representative(String name) {
        var person = person(name);
        callers.stream().forEach(known -> known.knowRepresentative(person));
        return person;
    }

    private Person person(String name) {
        var subject = UUID.randomUUID().toString();
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "-" + subject.substring(0, 8) + "@people.example";
        var claims = new People.Claims("https://idp.example", subject, email, true, name, clock.instant());
        return people.identify(claims, null).person();
    }

    /** @param at when the person signed in last; null where the identity provider does not say */
    public void signedIn(Person person, @Nullable Instant at) {
        callers.stream().forEach(known -> known.signedIn(person, at));
    }
}
