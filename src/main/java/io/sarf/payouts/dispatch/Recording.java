package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Locking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Puts answers of banks together to transactions. Recording twice changes nothing: the first one ends the lease. */
@AcrossApplications("A bank's answers for all applications are recorded together")
@ApplicationScoped
class Recording implements Batches.Work<Recording.Answer, Boolean> {
    record Answer(String bank, RecordAnswers.Answered answered) implements Batches.Call {
        @Override
        public Object owner() {
            return bank;
        }
    }

    private final RecordAnswers record;

    Recording(RecordAnswers record) {
        this.record = record;
    }

    /** True for what was recorded or is outdated, false for a payout that another transaction has locked. */
    @Override
    public List<Batches.Outcome<Boolean>> run(List<Answer> answers) {
        var skipped =
                Set.copyOf(record.record(answers.stream().map(Answer::answered).toList(), Locking.SKIP));
        return answers.stream()
                .map(one -> Batches.Outcome.of(!skipped.contains(one.answered().lease())))
                .toList();
    }

    /** Never reached: the transaction begins and ends inside {@link #run}, and its end shows in the leases. */
    @Override
    public boolean committed(Answer answer) {
        return false;
    }
}
