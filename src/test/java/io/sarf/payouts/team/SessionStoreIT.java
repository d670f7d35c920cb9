package io.sarf.payouts.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.team.SessionStore.Browser;
import io.sarf.payouts.team.SessionStore.Found;
import io.sarf.payouts.team.SessionStore.Tokens;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions as rows, with time in the hand of the test. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class SessionStoreIT {
    private static final Tokens TOKENS = new Tokens("an ID token", "a refresh token");
    private static final Duration IDLE = Duration.ofMinutes(30);

    @Inject
    SessionStore stored;

    @Inject
    ActiveSessions sessions;

    @Inject
    People everybody;

    @Inject
    KnownPeople people;

    @Inject
    Applications applications;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private ApplicationId company;
    private Person person;

    @BeforeEach
    void somebody_with_a_role() {
        company = applications.add("Acme Trading", clock.instant()).id();
        person = people.member(company, "Noor Khalil", Role.ADMIN, Role.DEVELOPER);
    }

    @Test
    void session_person_and_roles_are_one_statement() {
        var secret = start(null);

        QuarkusTransaction.requiringNew().run(() -> {
            var before = questions();
            var found = find(secret);

            // One of them is the question itself.
            assertThat(questions() - before).isEqualTo(1 + 1);
            assertThat(found.caller().member().grants()).isEqualTo(Grants.of(Role.ADMIN, Role.DEVELOPER));
            assertThat(found.caller().person().email()).isEqualTo(person.email());
            assertThat(found.tokens()).isEqualTo(TOKENS);
        });
    }

    /** Statements of this transaction's connection so far: what others do at the same time is not counted. */
    private long questions() {
        var row = (Object[]) entities.createNativeQuery("SHOW SESSION STATUS LIKE 'Questions'", Object[].class)
                .getSingleResult();
        return Long.parseLong(String.valueOf(row[1]));
    }

    @Test
    void each_request_prolongs_a_session_and_without_one_it_is_over_but_it_is_known_whose_it_was() {
        var secret = start(null);
        for (var times = 0; times < 3; times++) {
            clock.advance(IDLE.minusMinutes(5));
            assertThat(find(secret).tokens()).isEqualTo(TOKENS);
        }

        clock.advance(IDLE);

        assertThat(find(secret).tokens()).isNull();
        assertThat(find(secret).caller()).isNull();
        assertThat(stored.owner(secret)).isEqualTo(person.id());
        assertThat(sessions.of(person)).isEmpty();
    }

    @Test
    void two_requests_that_note_the_time_at_once_are_both_let_in() {
        var secret = start(null);
        clock.advance(Duration.ofMinutes(2));

        assertThat(Together.run(8, () -> find(secret)))
                .extracting(one -> one.get().tokens())
                .containsOnly(TOKENS);
    }

    @Test
    void what_has_ended_is_not_renewed_and_nobody_else_takes_it_over() {
        var secret = start(null);
        var id = find(secret).id();
        var another = people.member(company, "Huda Saleh", Role.ADMIN);

        assertThat(stored.renew(id, another, TOKENS)).isFalse();
        assertThat(stored.renew(id, person, new Tokens("another", null))).isTrue();
        assertThat(find(secret).tokens()).isEqualTo(new Tokens("another", null));

        stored.end(id);

        assertThat(stored.renew(id, person, TOKENS)).isFalse();
        assertThat(find(secret).tokens()).isNull();
    }

    @Test
    void whoever_signs_in_once_more_with_a_browser_has_one_session_in_it() {
        var first = start(null);
        var elsewhere = start(null);

        var second = start(first);

        assertThat(find(first).tokens()).isNull();
        assertThat(find(second).tokens()).isEqualTo(TOKENS);
        assertThat(find(elsewhere).tokens()).isEqualTo(TOKENS);
    }

    @Test
    void a_browser_that_somebody_else_had_before_ends_nothing_of_theirs() {
        var theirs = start(null);
        var another = people.member(company, "Huda Saleh", Role.ADMIN);

        stored.start(another, browser(), TOKENS, theirs);

        assertThat(find(theirs).tokens()).isEqualTo(TOKENS);
    }

    @Test
    void of_too_many_the_one_used_longest_ago_ends() {
        var oldest = start(null);
        clock.advance(Duration.ofSeconds(1));
        var others = IntStream.range(0, SessionStore.MOST)
                .mapToObj(each -> start(null))
                .toList();

        assertThat(find(oldest).tokens()).isNull();
        assertThat(others)
                .allSatisfy(secret -> assertThat(find(secret).tokens()).isNotNull());
        assertThat(sessions.of(person)).hasSize(SessionStore.MOST);
    }

    @Test
    void what_ran_out_keeps_no_tokens_and_is_forgotten_after_a_day() {
        var secret = start(null);
        clock.advance(IDLE.plusMinutes(1));

        sessions.deleteBatch();

        assertThat(stored.owner(secret)).isEqualTo(person.id());
        assertThat(tokensOf(person)).isEmpty();

        clock.advance(ActiveSessions.REMEMBERED);
        sessions.deleteBatch();

        assertThat(stored.owner(secret)).isNull();
    }

    @Test
    void subjects_that_differ_in_case_or_accents_are_different_people() {
        var base = "huda" + UUID.randomUUID();
        var three = Stream.of(base, base.replace("huda", "Huda"), base.replace("huda", "hudá"))
                .map(subject -> everybody
                        .identify(
                                new People.Claims(
                                        "https://idp.example",
                                        subject,
                                        "x@people.example",
                                        true,
                                        "Huda",
                                        clock.instant()),
                                null)
                        .person()
                        .id())
                .toList();

        assertThat(three).doesNotHaveDuplicates();
    }

    private String start(@Nullable String last) {
        return stored.start(person, browser(), TOKENS, last);
    }

    private static Browser browser() {
        return new Browser(null, "A browser", "203.0.113.7");
    }

    private Found find(String secret) {
        var found = stored.find(secret, company);
        assertThat(found).isNotNull();
        return found;
    }

    private List<?> tokensOf(Person owner) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select tokensKey from SessionRow where person = :person and tokensKey is not null")
                        .setParameter("person", owner.id())
                        .getResultList());
    }
}
