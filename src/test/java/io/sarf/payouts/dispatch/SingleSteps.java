package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The steps of one payout, for tests in which something happens between them. */
@ApplicationScoped
class SingleSteps {
    private final PrepareSteps prepare;
    private final RecordAnswers record;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;

    SingleSteps(
            PrepareSteps prepare,
            RecordAnswers record,
            Connections connections,
            ExpireCredentials expire,
            Banks banks) {
        this.prepare = prepare;
        this.record = record;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
    }

    Optional<Step.Call> prepare(Lease lease) {
        return Optional.ofNullable(prepare.prepare(List.of(lease)).get(lease));
    }

    void record(Lease lease, BankAnswer answer) {
        record.record(List.of(new RecordAnswers.Answered(lease, answer)));
    }

    /** All of it, as a node does it. */
    void step(String bank, Lease lease) {
        for (var call : BankCalls.ask(banks.find(bank).orElseThrow(), connections, prepare.prepare(List.of(lease)))) {
            var answer = call.answer().toCompletableFuture().join();
            record(lease, answer);
            if (call.step() instanceof Step.Signed signed) {
                expire.ifRejected(signed.with(), answer);
            }
        }
    }
}
