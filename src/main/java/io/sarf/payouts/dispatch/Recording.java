package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Batches;
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

    private final RecordAnswers record;

    Recording(RecordAnswers record) {
        this.record = record;
    }

    @Override
    public List<Batches.Outcome<Boolean>> run(List<Answer> answers) {
        record.record(answers.stream().map(Answer::answered).toList());
        return answers.stream().map(one -> Batches.Outcome.of(true)).toList();
    }

    /** Never reached: the transaction begins and ends inside {@link #run}, and its end shows in the leases. */
    @Override
    public boolean committed(Answer answer) {
        return false;
    }
}
