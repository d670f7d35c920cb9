package io.sarf.payouts.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Applications;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class PreferencesIT {
    private static final Preferences CHOSEN =
            new Preferences("ar", ZoneId.of("Asia/Dubai"), Preferences.Theme.DARK, Preferences.Awaiting.DAILY);

    @Inject
    KnownPeople known;

    @Inject
    People people;

    @Inject
    Applications applications;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private Person person;

    @BeforeEach
    void somebody() {
        var application = QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Tamr Trading", clock.instant()).id());
        person = known.member(application, "Omar Haddad", Role.OWNER);
    }

    @Test
    void whoever_has_chosen_nothing_has_what_is_usual() {
        assertThat(stored()).isEqualTo(Preferences.NONE);
        people.prefer(person, CHOSEN);
        assertThat(stored()).isEqualTo(CHOSEN);
        people.prefer(person, Preferences.NONE);
        assertThat(stored()).isEqualTo(Preferences.NONE);
    }

    @Test
    void a_request_that_began_before_does_not_take_back_what_was_chosen_meanwhile() {
        QuarkusTransaction.requiringNew().run(() -> {
            var row = entities.find(PersonRow.class, person.id());
            QuarkusTransaction.requiringNew().run(() -> people.prefer(person, CHOSEN));
            row.seen(person.email(), true, "Omar H. Haddad", row.lastSignInAt().plusSeconds(1));
        });

        assertThat(stored()).isEqualTo(CHOSEN);
    }

    @Test
    void a_zone_that_no_longer_exists_is_utc_again() {
        people.prefer(person, CHOSEN);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE person SET time_zone = 'Asia/Atlantis' WHERE id = :id")
                        .setParameter("id", person.id())
                        .executeUpdate());

        assertThat(stored().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(people.dailyZones()).doesNotContainNull();
    }

    private Preferences stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.find(PersonRow.class, person.id()).preferences());
    }
}
