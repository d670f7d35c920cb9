package io.sarf.payouts.digest;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** A unique key of person and day makes one mail for each, whichever node writes first. */
@ApplicationScoped
@Transactional
class Digests {
    /** In the person's time zone, like {@link #UNTIL}. */
    static final LocalTime FROM = LocalTime.of(8, 0);

    /** Later no mail is sent that day. */
    static final LocalTime UNTIL = LocalTime.NOON;

    private static final int AT_ONCE = 1_000;

    /** @param day in the person's time zone */
    record Due(UUID id, UUID person, LocalDate day) {
        boolean over(Instant now, ZoneId zone) {
            return !now.isBefore(day.atTime(UNTIL).atZone(zone).toInstant());
        }
    }

    private final EntityManager entities;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    Digests(EntityManager entities, People people, Ids ids, Clock clock) {
        this.entities = entities;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /** Queues the mails for zones where it is morning, at most {@code AT_ONCE} for each zone in one call. */
    @AcrossApplications
    void write() {
        var now = clock.instant();
        for (var zone : people.dailyZones()) {
            var here = now.atZone(zone);
            var time = here.toLocalTime();
            if (!time.isBefore(FROM) && time.isBefore(UNTIL)) {
                var day = here.toLocalDate().toString();
                unwritten(zone, day).forEach(person -> insert(person, day));
            }
        }
    }

    private List<UUID> unwritten(ZoneId zone, String day) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT p.id FROM person p LEFT JOIN digest_mail d ON d.person = p.id AND d.day = :day"
                                + " WHERE p.mail_awaiting = 'DAILY' AND p.time_zone = :zone AND d.id IS NULL"
                                + " ORDER BY p.id LIMIT " + AT_ONCE,
                        UUID.class)
                .setParameter("day", day)
                .setParameter("zone", zone.getId())
                .getResultList();
    }

    private void insert(UUID person, String day) {
        entities.createNativeQuery("INSERT IGNORE INTO digest_mail (id, person, day, due_at, attempt)"
                        + " VALUES (:id, :person, :day, :now, 0)")
                .setParameter("id", ids.next())
                .setParameter("person", person)
                .setParameter("day", day)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @AcrossApplications
    Due find(UUID mail) {
        var row = entities.unwrap(Session.class)
                .createNativeQuery("SELECT person, day FROM digest_mail WHERE id = :id", Object[].class)
                .addScalar("person", UUID.class)
                .addScalar("day", LocalDate.class)
                .setParameter("id", mail)
                .getSingleResult();
        return new Due(mail, (UUID) row[0], (LocalDate) row[1]);
    }

    @AcrossApplications
    void sent(UUID mail) {
        entities.createNativeQuery("UPDATE digest_mail SET sent_at = :now WHERE id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", mail)
                .executeUpdate();
    }
}
