package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.work.Lease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks a bank what several payouts need, in as few calls as its port allows. */
final class BankCalls {
    /**
     * A call for one payout, and when its answer is there.
     *
     * @param counts for one member of a call that was made for several
     */
    record Asked(Lease lease, Step.Call step, CompletionStage<? extends BankAnswer> answer, boolean counts) {}

    /** Certain that nothing began, because of one of several orders: each may be authorized alone. */
    record NotTogether() implements BankAnswer {}

    private record Member<S>(Lease lease, S step) {}

    private final Bank bank;
    private final Connections connections;
    private final Map<Lease, Step.Call> steps;
    private final List<Asked> asked = new ArrayList<>();

    private BankCalls(Bank bank, Connections connections, Map<Lease, Step.Call> steps) {
        this.bank = bank;
        this.connections = connections;
        this.steps = steps;
    }

    static List<Asked> ask(Bank bank, Connections connections, Map<Lease, Step.Call> steps) {
        var calls = new BankCalls(bank, connections, steps);
        calls.queue();
        calls.authorize();
        calls.cancel();
        calls.lookUp();
        return calls.asked;
    }

    static List<Asked> withoutBank(Map<Lease, Step.Call> steps) {
        var asked = new ArrayList<Asked>();
        steps.forEach((lease, step) ->
                asked.add(new Asked(lease, step, CompletableFuture.completedFuture(step.withoutBank()), true)));
        return asked;
    }

    private void queue() {
        for (var some : with(Step.Queue.class)) {
            add(some, () -> bank.queue(credentials(some), each(some, Step.Queue::order)));
        }
    }

    private void authorize() {
        for (var all : with(Step.Authorize.class)) {
            var together = all.stream().filter(one -> !one.step().alone()).toList();
            all.stream().filter(one -> one.step().alone()).forEach(one -> authorize(List.of(one)));
            if (!together.isEmpty()) {
                authorize(together);
            }
        }
    }

    private void authorize(List<Member<Step.Authorize>> some) {
        add(some, () -> {
            var answer = bank.begin(credentials(some), each(some, Step.Authorize::reference));
            var mine = some.size() == 1 ? answer : answer.thenApply(BankCalls::forOneOfMany);
            return Collections.nCopies(some.size(), mine);
        });
    }

    /** A bank that wants a code, or refuses, may do so because of a single order. */
    private static BankAnswer forOneOfMany(BeginAnswer answer) {
        var maybe = answer instanceof BeginAnswer.OtpNeeded
                || (answer instanceof BeginAnswer.Refused refused && !refused.credentialsExpired());
        return maybe ? new NotTogether() : answer;
    }

    private void cancel() {
        for (var some : with(Step.Cancel.class)) {
            add(some, () -> {
                var with = credentials(some);
                return each(some, step -> bank.cancel(with, step.reference()));
            });
        }
    }

    private void lookUp() {
        var some = of(Step.LookUp.class);
        if (!some.isEmpty()) {
            add(some, () -> bank.status(each(some, Step.LookUp::order)));
        }
    }

    /** What goes wrong on our side, for example with one company's credentials, does not stop the other calls. */
    private <S extends Step.Call> void add(
            List<Member<S>> some, Supplier<List<? extends CompletionStage<? extends BankAnswer>>> call) {
        List<? extends CompletionStage<? extends BankAnswer>> answers;
        try {
            answers = call.get();
            if (answers.size() != some.size()) {
                throw new IllegalStateException("The adapter answered for " + answers.size() + " of " + some.size());
            }
        } catch (RuntimeException e) {
            answers = Collections.nCopies(some.size(), CompletableFuture.<BankAnswer>failedStage(e));
        }
        for (var i = 0; i < some.size(); i++) {
            var answer = answers.get(i);
            var counts = i == 0 || answer != answers.get(i - 1);
            asked.add(new Asked(some.get(i).lease(), some.get(i).step(), answer, counts));
        }
    }

    private <S extends Step.Call> List<Member<S>> of(Class<S> kind) {
        var found = new ArrayList<Member<S>>();
        steps.forEach((lease, step) -> {
            if (kind.isInstance(step)) {
                found.add(new Member<>(lease, kind.cast(step)));
            }
        });
        return found;
    }

    /** By the connection whose credentials are used. */
    private <S extends Step.Signed> Iterable<List<Member<S>>> with(Class<S> kind) {
        var found = new LinkedHashMap<ConnectionId, List<Member<S>>>();
        of(kind).forEach(one -> found.computeIfAbsent(one.step().with().id(), any -> new ArrayList<>())
                .add(one));
        return found.values();
    }

    private <S extends Step.Signed> Credentials credentials(List<Member<S>> some) {
        return connections.credentials(some.get(0).step().with());
    }

    private static <S, T> List<T> each(List<Member<S>> some, Function<S, T> what) {
        return some.stream().map(one -> what.apply(one.step())).toList();
    }
}
