package io.sarf.payouts.home;

import io.sarf.payouts.access.PayoutsAccess;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.home.Checklist.Step;
import io.sarf.payouts.invitation.Invitations;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

@ApplicationScoped
class Progress {
    private final Applications applications;
    private final PayoutsAccess access;
    private final Connections connections;
    private final Destinations destinations;
    private final Members members;
    private final Invitations invitations;
    private final EntryHistory history;

    Progress(
            Applications applications,
            PayoutsAccess access,
            Connections connections,
            Destinations destinations,
            Members members,
            Invitations invitations,
            EntryHistory history) {
        this.applications = applications;
        this.access = access;
        this.connections = connections;
        this.destinations = destinations;
        this.members = members;
        this.invitations = invitations;
        this.history = history;
    }

    /** Opting in is done for each person, the other steps for the environment. */
    Set<Step> done(Scope scope, Person person) {
        var environment = applications.require(scope);
        var done = EnumSet.noneOf(Step.class);
        mark(done, Step.REQUESTED, environment.payoutsEnabled() || environment.payoutsRequestedAt() != null);
        mark(done, Step.ENABLED, environment.payoutsEnabled());
        mark(done, Step.OPTED_IN, access.optedIn(scope, person.id()));
        mark(done, Step.WEBHOOK, history.any(scope, Wanted.of("webhook_endpoint.created")));
        mark(done, Step.BANK, !connections.defaultAuthorizers(scope).isEmpty());
        mark(done, Step.DESTINATION, destinations.any(scope));
        mark(done, Step.SECOND_CONTROLLER, secondController(scope.application()));
        mark(done, Step.FIRST_PAYOUT, history.any(scope, Wanted.of("payout.created")));
        return done;
    }

    private boolean secondController(ApplicationId application) {
        var controllers = members.all(application).stream()
                .filter(member -> member.grants().has(Role.FINANCIAL_CONTROLLER))
                .count();
        return controllers > 1 || invitations.awaits(application, Role.FINANCIAL_CONTROLLER);
    }

    private static void mark(Set<Step> done, Step step, boolean is) {
        if (is) {
            done.add(step);
        }
    }
}
