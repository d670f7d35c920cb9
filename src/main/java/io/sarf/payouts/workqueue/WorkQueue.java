package io.sarf.payouts.workqueue;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.work.WorkTable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The work of one table, as the feature that owns it describes it. */
public interface WorkQueue {
    enum Name {
        PAYOUT,
        BULK_PAYMENT,
        BENEFICIARY,
        BANK_CHANGES,
        WEBHOOK,
        NOTICE_MAIL,
        DIGEST_MAIL,
        INVITATION_MAIL;

        /** In metrics and types of entries, for example {@code notice_mail}. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The type of the entry that says that such work was parked. */
        public String parked() {
            return text() + ".parked";
        }

        /** The type of the entry that says that parked work is tried again. */
        public String resumed() {
            return text() + ".resumed";
        }
    }

    /** What an entry about the work is about. */
    record About(Chain chain, Change.Subject subject) {}

    Name name();

    WorkTable table();

    /** In the caller's transaction. Empty for work that belongs to no application, or to several. */
    @AcrossApplications
    Optional<About> about(UUID work);

    /** When the work that waits longest became due, or will; empty if none waits. In the caller's transaction. */
    @AcrossApplications
    default Optional<Instant> oldestDue() {
        return table().oldestDue();
    }
}
