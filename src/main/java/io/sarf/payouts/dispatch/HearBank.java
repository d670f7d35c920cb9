package io.sarf.payouts.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.ChangesAnswer.Change;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.quarantine.Quarantine;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Hears what a bank tells of its orders without being asked about one: an approver at its portal, or an authorization whose
 * answer we never got. Each word is one short transaction, and hearing it again changes nothing.
 */
@ApplicationScoped
@Retried
@Background
@Transactional(Transactional.TxType.REQUIRES_NEW)
class HearBank {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final BankWord word;
    private final Quarantine quarantine;
    private final Clock clock;

    HearBank(Payouts payouts, PayoutTasks tasks, BankWord word, Quarantine quarantine, Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.word = word;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /** Lets the payout know; an order of ours that no payout knows is quarantined, and one that is not ours is passed over. */
    public void heard(AcrossApplications right, String bank, Change change) {
        if (!OurReference.isOurs(change.reference())) {
            return;
        }
        var reference = new OurReference(change.reference());
        // Apart, so that the payout's lock is the first this transaction asks for and nothing it reads is older than
        // that.
        var whose = QuarkusTransaction.requiringNew().call(() -> payouts.whose(right, reference));
        if (whose.isEmpty()) {
            quarantine.found(right, bank, change.account(), reference, change.status());
            return;
        }
        var scope = whose.get().scope();
        var id = whose.get().id();
        tasks.lock(scope, id);
        if (word.told(payouts.require(scope, id), change.status())) {
            tasks.wake(scope, id, clock.instant());
        }
    }

    /** Quarantines an order of ours of which nothing can be recorded, until a person has looked. */
    public void putAside(AcrossApplications right, String bank, Change change) {
        quarantine.found(right, bank, change.account(), new OurReference(change.reference()), change.status());
    }
}
