package io.sarf.payouts.payout;

import io.sarf.payouts.access.PayoutsAccess;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which waiting payouts can be released: any if on demand is enabled, else those that wait for a second person. */
@ApplicationScoped
public class MayRelease {
    private final PayoutsAccess access;
    private final MayAuthorize rule;
    private final WaitingPayouts waiting;
    private final Connections connections;

    MayRelease(PayoutsAccess access, MayAuthorize rule, WaitingPayouts waiting, Connections connections) {
        this.access = access;
        this.rule = rule;
        this.waiting = waiting;
        this.connections = connections;
    }

    public boolean offered(Scope scope) {
        return access.onDemand(scope) || waiting.anyForSecondPerson(scope);
    }

    public boolean released(Scope scope, Payout payout) {
        return (payout.waits() && payout.flow().forSecondPerson()) || access.onDemand(scope);
    }

    public Optional<Refused> refusal(Scope scope, Person person, String bank) {
        return rule.refusal(scope, person, bank, MayAuthorize.Way.RELEASE);
    }

    /** Why the person may release nothing at any bank; empty if they may at one, or if no bank is connected. */
    public Optional<Refused> refusal(Scope scope, Person person) {
        var refusals = connections.defaultAuthorizers(scope).stream()
                .map(source -> refusal(scope, person, source.bank()))
                .toList();
        return refusals.isEmpty() || refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.get(0);
    }
}
