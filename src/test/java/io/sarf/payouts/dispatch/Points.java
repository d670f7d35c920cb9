package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.dispatch.Chance.Aim;
import io.sarf.payouts.dispatch.Chance.Fault;
import io.sarf.payouts.work.Retried;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The points around each transaction of the product's own: all is written and not committed; it is committed. */
final class Points {
    /** What each use case records; that of {@code prepare} is named by what it decides. */
    private static final Map<Class<?>, String> INTENTS = Map.of(
            Step.Queue.class, "queue.intent",
            Step.Authorize.class, "authorize.intent",
            Step.Cancel.class, "cancel.sent",
            Step.LookUp.class, "look-up.intent");

    private static final Map<Class<?>, String> ANSWERS = Map.of(
            QueueAnswer.class, "queue.record",
            BeginAnswer.class, "authorize.record",
            BankCalls.NotTogether.class, "authorize.record",
            CancelAnswer.class, "cancel.record",
            OrderStatus.class, "look-up.record");

    static final String CREATED = "create.record";

    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("CancelPayout.cancel", "cancel.intent"),
            Map.entry("AuthorizationSteps.take", "window.intent"),
            Map.entry("AuthorizationSteps.begun", "window.record"),
            Map.entry("AuthorizationSteps.completing", "code.intent"),
            Map.entry("AuthorizationSteps.wrong", "code.record"),
            Map.entry("AuthorizationSteps.unanswered", "code.record"),
            Map.entry("AuthorizationSteps.results", "code.results"),
            Map.entry("AuthorizationSteps.done", "code.done"),
            Map.entry("ApplyBankStatus.reported", "changes.record"));

    private static final String UNCOMMITTED = ", uncommitted";
    private static final String COMMITTED = ", committed";
    static final String CALLED = ", about to be called";
    static final String ANSWERED = ", answered";
    static final String CLAIMED = "claimed";
    static final String RELEASED = "release.record";

    /** Every fault at every point there is; run number n is about the one in place n. */
    static final List<Aim> AIMS = aims();

    private static List<Aim> aims() {
        var transactions = new TreeSet<>(RECORDS.values());
        transactions.addAll(INTENTS.values());
        transactions.addAll(ANSWERS.values());
        transactions.add(CREATED);
        transactions.add(RELEASED);
        var aims = new ArrayList<Aim>();
        for (var transaction : transactions) {
            Fault.OF_TRANSACTIONS.forEach(fault -> aims.add(new Aim(transaction + UNCOMMITTED, fault)));
            afterCommit(transaction).forEach(fault -> aims.add(new Aim(transaction + COMMITTED, fault)));
        }
        for (var call : List.of("queue", "authorize", "window", "code", "cancel", "look-up", "changes")) {
            Fault.OF_CALLS.forEach(fault -> aims.add(new Aim(call + CALLED, fault)));
            Fault.OF_PROCESSES.forEach(fault -> aims.add(new Aim(call + ANSWERED, fault)));
        }
        Fault.OF_PROCESSES.forEach(fault -> aims.add(new Aim(CLAIMED, fault)));
        return List.copyOf(aims);
    }

    private Points() {}

    /** The end of a transaction that a run makes itself. */
    static void uncommitted(String point, EntityManager entities) {
        var actor = Actor.current();
        if (actor != null) {
            actor.at(point + UNCOMMITTED, Fault.OF_TRANSACTIONS, () -> connection(entities));
        }
    }

    /** A point between two transactions. */
    static void passed(String point) {
        var actor = Actor.current();
        if (actor != null) {
            actor.at(point, Fault.OF_PROCESSES, () -> 0);
        }
    }

    /** @throws Unanswered if the answer to the commit was lost */
    static void committed(String point) {
        var actor = Actor.current();
        if (actor != null && actor.at(point + COMMITTED, afterCommit(point), () -> 0) == Fault.UNANSWERED) {
            throw new Unanswered(point);
        }
    }

    private static List<Fault> afterCommit(String point) {
        return CREATED.equals(point) || INTENTS.containsValue(point) || ANSWERS.containsValue(point)
                ? Fault.OF_BATCHES
                : Fault.OF_PROCESSES;
    }

    private static @Nullable String of(InvocationContext call, @Nullable Object result) {
        var name = call.getMethod().getDeclaringClass().getSimpleName() + "."
                + call.getMethod().getName();
        return switch (name) {
            case "PrepareSteps.prepare" ->
                ((PrepareSteps.Prepared) Objects.requireNonNull(result))
                        .calls().values().stream()
                                .findFirst()
                                .map(step -> INTENTS.get(step.getClass()))
                                .orElse(null);
            case "RecordAnswers.record" -> {
                var first = (RecordAnswers.Answered) ((List<?>) call.getParameters()[0]).get(0);
                yield ANSWERS.entrySet().stream()
                        .filter(answer -> answer.getKey().isInstance(first.answer()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow();
            }
            default -> RECORDS.get(name);
        };
    }

    /** Stands inside of the transaction. */
    @Retried
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
    static class Written {
        private final EntityManager entities;

        Written(EntityManager entities) {
            this.entities = entities;
        }

        @AroundInvoke
        @Nullable
        Object run(InvocationContext call) throws Exception {
            var result = call.proceed();
            var point = of(call, result);
            if (point != null) {
                uncommitted(point, entities);
            }
            return result;
        }
    }

    /** Stands around the transaction. */
    @Retried
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
    static class Committed {
        @AroundInvoke
        @Nullable
        Object run(InvocationContext call) throws Exception {
            var result = call.proceed();
            var point = of(call, result);
            if (point != null) {
                committed(point);
            }
            return result;
        }
    }

    /** What the database calls the connection of the current transaction, once all is written to it. */
    private static long connection(EntityManager entities) {
        entities.flush();
        return ((Number) entities.createNativeQuery("SELECT CONNECTION_ID()").getSingleResult()).longValue();
    }
}
