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

/** Until a person accepts a name mismatch, the payout is not even sent: an approver could authorize it at the bank. */
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
                    return beneficiary != null && beneficiary.nameCheck() == NameCheck.Result.NO_MATCH;
                })
                .map(Payout::id)
                .collect(Collectors.toSet());
    }

    /** A name mismatch blocks a payout only until it is authorized. */
    private static boolean waits(PayoutStatus status) {
        return status == PayoutStatus.CREATED || status == PayoutStatus.AWAITING_AUTHORIZATION;
    }
}
