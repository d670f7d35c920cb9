package io.sarf.payouts.integration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.TimePassed;
import io.sarf.payouts.bank.sandbox.Sandbox;
import io.sarf.payouts.bank.sandbox.Sandbox.AmountTrigger;
import io.sarf.payouts.bank.sandbox.Sandbox.TestUser;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sandbox bank stores the test users and is called first; then the change is journalled. */
@ApplicationScoped
class TestUsers {
    private final Sandbox sandbox;
    private final Applications applications;
    private final Journal journal;
    private final Event<TimePassed> timePassed;

    TestUsers(Sandbox sandbox, Applications applications, Journal journal, Event<TimePassed> timePassed) {
        this.sandbox = sandbox;
        this.applications = applications;
        this.journal = journal;
        this.timePassed = timePassed;
    }

    /** Creates a first set where there was none; empty when the sandbox bank does not answer. */
    Optional<List<TestUser>> all(Scope scope) {
        var application = sandboxOf(scope);
        return sandbox.open(
                application, applications.require(scope.application()).name());
    }

    /** Empty when the sandbox bank does not answer. */
    List<AmountTrigger> triggers() {
        return sandbox.triggers();
    }

    void add(Scope scope, String bank, String kind, Actor by) {
        var application = sandboxOf(scope);
        var label = applications.require(scope.application()).name();
        var user = sandbox.add(application, label, bank, kind).orElseThrow(TestUsers::noAnswer);
        record(scope, "test_user.added", user, by);
    }

    void delete(Scope scope, String id, Actor by) {
        var user = require(scope, id);
        if (!sandbox.delete(sandboxOf(scope), id)) {
            throw noAnswer();
        }
        record(scope, "test_user.deleted", user, by);
    }

    void expireSession(Scope scope, String id, Actor by) {
        var user = require(scope, id);
        if (!sandbox.expireSession(sandboxOf(scope), id)) {
            throw noAnswer();
        }
        record(scope, "test_user.session_expired", user, by);
    }

    void letPass(Scope scope, Duration by, Actor actor) {
        if (!sandbox.letPass(sandboxOf(scope), by)) {
            throw noAnswer();
        }
        QuarkusTransaction.requiringNew().run(() -> {
            timePassed.fire(new TimePassed(scope, by));
            var subject = new Change.Subject("sandbox", scope.application().value(), 0);
            journal.record(Change.of(Chain.of(scope), "sandbox.time_passed", subject, actor)
                    .with("by", by.toString()));
        });
    }

    /** Looks the id up among the application's users, so that no other part of an address reaches the bank. */
    private TestUser require(Scope scope, String id) {
        return sandbox.testUsers(sandboxOf(scope)).orElseThrow(TestUsers::noAnswer).stream()
                .filter(user -> user.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Missing("test user"));
    }

    private static UUID sandboxOf(Scope scope) {
        if (!scope.sandbox()) {
            throw new Missing("test user");
        }
        return scope.application().value();
    }

    private static Refused noAnswer() {
        return new Refused("NO_ANSWER", "The sandbox bank did not do it. Look at the list and try again.");
    }

    private void record(Scope scope, String type, TestUser user, Actor by) {
        // The bank's ids are texts; the journal requires a UUID.
        var subject = UUID.nameUUIDFromBytes(user.id().getBytes(StandardCharsets.UTF_8));
        QuarkusTransaction.requiringNew()
                .run(() ->
                        journal.record(Change.of(Chain.of(scope), type, new Change.Subject("test_user", subject, 0), by)
                                .with("bank", user.bank())
                                .with("kind", user.kind())
                                .with("user_name", user.userName())));
    }
}
