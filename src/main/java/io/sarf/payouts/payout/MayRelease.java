package io.sarf.payouts.payout;

import io.sarf.payouts.access.PayoutsAccess;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Which payouts the default authorizer may be asked to authorize while they wait: any of them where on demand is enabled, and
 * everywhere those that somebody marked automatic and that wait for a second person. Who may release them, {@link MayAuthorize}
 * says.
 */
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

    /** Whether there is anything to release here, or may be. */
    public boolean offered(Scope scope) {
        return access.onDemand(scope) || waiting.anyForSecondPerson(scope);
    }

    /** Whether this payout may be released as far as the environment is concerned. */
    public boolean released(Scope scope, Payout payout) {
        return (payout.waits() && payout.flow().forSecondPerson()) || access.onDemand(scope);
    }

    /** Why the person may release nothing at this bank, in the language of their page, or empty. */
    public Optional<Refused> refusal(Scope scope, Person person, String bank) {
        return rule.refusal(scope, person, bank, MayAuthorize.Way.RELEASE);
    }

    /** Why they may at none of the banks; empty when they may at one of them, or where there is none. */
    public Optional<Refused> refusal(Scope scope, Person person) {
        var refusals = connections.defaultAuthorizers(scope).stream()
                .map(source -> refusal(scope, person, source.bank()))
                .toList();
        return refusals.isEmpty() || refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.get(0);
    }
}
