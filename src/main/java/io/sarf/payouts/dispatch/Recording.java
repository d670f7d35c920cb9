package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Locking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

    /** The payout stayed locked for two seconds. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("Another transaction has locked the payout", null, false, false);
        }
    }

    private final RecordAnswers record;

    Recording(RecordAnswers record) {
        this.record = record;
    }

    @Override
    public List<Batches.Outcome<Boolean>> run(List<Answer> answers) {
        // An answer whose payout is locked is recorded later, and keeps no other waiting.
        record.record(answers.stream().map(Answer::answered).toList(), Locking.FAIL);
        return answers.stream().map(one -> Batches.Outcome.of(true)).toList();
    }

    @Override
    public RuntimeException busy(Answer answer) {
        return new Busy();
    }

    /** Never reached: the transaction begins and ends inside {@link #run}, and its end shows in the leases. */
    @Override
    public boolean committed(Answer answer) {
        return false;
    }
}
