package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.destination.Destinations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Payouts to an account that the bank knows by another name. Until somebody has said that the money is to go there all the
 * same, they are not sent to the bank, where an approver could let them go, and nobody authorizes them here.
 */
@ApplicationScoped
@Transactional
public class NameMismatches {
    /** Somebody's yes. */
    @Embeddable
    public record Acceptance(
            @Column(name = "name_accepted_at") Instant at,
            @Column(name = "name_accepted_by") String by) {}

    private final Destinations destinations;

    NameMismatches(Destinations destinations) {
        this.destinations = destinations;
    }

    public boolean blocks(Payout payout) {
        return !among(payout.scope(), List.of(payout)).isEmpty();
    }

    /** Those of the given ones that are held. */
    public Set<PayoutId> among(Scope scope, Collection<Payout> some) {
        var open = some.stream()
                .filter(payout -> payout.nameAccepted() == null && waits(payout.status()))
                .toList();
        if (open.isEmpty()) {
            return Set.of();
        }
        var known = destinations.beneficiaries(
                scope, open.stream().map(Payout::destination).distinct().toList());
        return open.stream()
                .filter(payout -> {
                    var beneficiary = known.get(payout.destination());
                    return beneficiary != null && beneficiary.nameCheck() == NameCheck.Verdict.NO_MATCH;
                })
                .map(Payout::id)
                .collect(Collectors.toSet());
    }

    /** What has been authorized, or has ended, is not held by anything any more. */
    private static boolean waits(PayoutStatus status) {
        return status == PayoutStatus.CREATED || status == PayoutStatus.AWAITING_AUTHORIZATION;
    }
}
