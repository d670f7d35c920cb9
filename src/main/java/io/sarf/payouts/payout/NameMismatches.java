package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.destination.Beneficiary;
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
import org.jspecify.annotations.Nullable;

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

    /** @param beneficiary of its payee; null if no bank was asked */
    public static boolean blocks(Payout payout, @Nullable Beneficiary beneficiary) {
        return payout.nameAccepted() == null
                && waits(payout.status())
                && beneficiary != null
                && beneficiary.nameCheck() == NameCheck.Result.NO_MATCH;
    }

    public Set<PayoutId> among(Scope scope, Collection<Payout> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        var known = destinations.beneficiaries(
                scope, some.stream().map(Payout::destination).distinct().toList());
        return some.stream()
                .filter(payout -> blocks(payout, known.get(payout.destination())))
                .map(Payout::id)
                .collect(Collectors.toSet());
    }

    /** A name mismatch blocks a payout only until it is authorized. */
    private static boolean waits(PayoutStatus status) {
        return status == PayoutStatus.CREATED || status == PayoutStatus.AWAITING_AUTHORIZATION;
    }
}
