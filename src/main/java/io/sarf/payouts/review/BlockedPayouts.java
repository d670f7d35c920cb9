package io.sarf.payouts.review;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.payout.MayRelease;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Preparers;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Selected payouts that a person may not authorize. They are shown with the reason and left out. */
@ApplicationScoped
public class BlockedPayouts {
    private final NameMismatches names;
    private final Preparers preparers;
    private final MayAuthorize rule;
    private final MayRelease mayRelease;
    private final PayoutWords words;

    BlockedPayouts(
            NameMismatches names, Preparers preparers, MayAuthorize rule, MayRelease mayRelease, PayoutWords words) {
        this.names = names;
        this.preparers = preparers;
        this.rule = rule;
        this.mayRelease = mayRelease;
        this.words = words;
    }

    /**
     * The payouts are locked, so their preparers cannot change.
     *
     * @throws io.sarf.payouts.platform.Refused if the person may not authorize all of them
     */
    public void require(Scope scope, Person person, MayAuthorize.Way way, List<Payout> found) {
        var own = preparers.recipients(scope, person.id(), found);
        found.stream().map(Payout::bank).distinct().forEach(bank -> rule.require(scope, person, bank, way, own));
    }

    /** In the language of the page, only for payouts that the person may not authorize this way. */
    Map<PayoutId, String> reasons(Scope scope, Person person, MayAuthorize.Way way, List<Payout> found) {
        var messages = words.messages();
        var reasons = new HashMap<PayoutId, String>();
        names.among(scope, found).forEach(id -> reasons.put(id, messages.statusNameMismatch()));
        if (rule.secondPerson(scope)) {
            preparers
                    .preparedBy(scope, person.id(), found)
                    .forEach(id -> reasons.putIfAbsent(id, messages.preparedByYou()));
        }
        if (way == MayAuthorize.Way.RELEASE) {
            found.stream()
                    .filter(payout -> payout.waits() && !mayRelease.released(scope, payout))
                    .forEach(payout ->
                            reasons.putIfAbsent(payout.id(), messages().notOnDemand()));
        }
        return reasons;
    }

    private ReviewMessages messages() {
        return ReviewWords.in(words.language());
    }
}
