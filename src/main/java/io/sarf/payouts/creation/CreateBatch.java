package io.sarf.payouts.creation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.ClientSecrets;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Batches.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes the payouts of several calls. What decides whether a call may pay is read here, in a serializable transaction:
 * a change that committed before refuses the call, and any other waits for the commit.
 */
@AcrossApplications("A batch serves the calls of all applications")
@ApplicationScoped
class CreateBatch implements Batches.Work<CreationQueue.Call, ApiAnswer> {
    /** A call that has passed all checks, with the answer it gets if its key is free. */
    private record Ready(CreationQueue.Call call, CreationQueue.Call.Plan plan) {
        Idempotency.Answered keyed() {
            return new Idempotency.Answered(Objects.requireNonNull(call.idempotency()), plan.answer());
        }
    }

    private final SerializableTransaction transaction;
    private final ClientSecrets secrets;
    private final Parties.Lookup lookup;
    private final Idempotency idempotency;
    private final CreatePayouts create;
    private final Payouts payouts;

    CreateBatch(
            SerializableTransaction transaction,
            ClientSecrets secrets,
            Parties.Lookup lookup,
            Idempotency idempotency,
            CreatePayouts create,
            Payouts payouts) {
        this.transaction = transaction;
        this.secrets = secrets;
        this.lookup = lookup;
        this.idempotency = idempotency;
        this.create = create;
        this.payouts = payouts;
    }

    @Override
    public List<Outcome<ApiAnswer>> run(List<CreationQueue.Call> calls) {
        if (calls.size() == 1 && calls.get(0).large()) {
            // Such a batch has a lane of its own, and to read its rows once more would take long.
            transaction.waitForLocks();
        }
        var live = secrets.living(calls.stream()
                .map(CreationQueue.Call::secret)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var outcomes = new IdentityHashMap<CreationQueue.Call, Outcome<ApiAnswer>>();
        var admitted = new ArrayList<CreationQueue.Call>();
        for (var call : calls) {
            refusal(call, live)
                    .ifPresentOrElse(fault -> outcomes.put(call, Outcome.fault(fault)), () -> admitted.add(call));
        }
        var parties = lookup.of(admitted.stream()
                .flatMap(call -> call.wanted().stream())
                .map(CreationQueue.Call.Wanted::payout)
                .toList());
        var byScope = new HashMap<Scope, Parties>();
        var ready = new ArrayList<Ready>();
        for (var call : admitted) {
            try {
                ready.add(new Ready(call, call.rules().plan(call, byScope.computeIfAbsent(call.scope(), parties::in))));
            } catch (ApiFault fault) {
                outcomes.put(call, earlierOr(call, fault));
            } catch (CreationQueue.Call.Refusal refusal) {
                outcomes.put(call, Outcome.fault(refusal.reason()));
            }
        }
        outcomes.putAll(written(ready));
        return calls.stream()
                .map(call -> Objects.requireNonNull(outcomes.get(call)))
                .toList();
    }

    private IdentityHashMap<CreationQueue.Call, Outcome<ApiAnswer>> written(List<Ready> ready) {
        var free = idempotency.take(ready.stream()
                .filter(one -> one.call().idempotency() != null)
                .map(Ready::keyed)
                .toList());
        var outcomes = new IdentityHashMap<CreationQueue.Call, Outcome<ApiAnswer>>();
        var made = new ArrayList<CreatePayouts.Made>();
        for (var one : ready) {
            var call = one.call();
            if (call.idempotency() == null || free.test(call.idempotency())) {
                made.add(one.plan().write().get());
                outcomes.put(call, Outcome.of(one.plan().answer()));
            } else {
                outcomes.put(call, earlierOr(call, Idempotency.inProgress()));
            }
        }
        create.add(made);
        return outcomes;
    }

    /** Of a client. What a person may do is among the rules of the call. */
    private static Optional<ApiFault> refusal(CreationQueue.Call call, Map<UUID, ClientSecrets.Live> live) {
        if (call.secret() == null) {
            return Optional.empty();
        }
        var secret = live.get(call.secret());
        if (secret == null || !secret.scope().equals(call.scope())) {
            return Optional.of(
                    new ApiFault(ApiCode.UNAUTHORIZED, "The token is not, or no longer, valid. Ask for a new one"));
        }
        return secret.payoutsEnabled()
                ? Optional.empty()
                : Optional.of(
                        new ApiFault(ApiCode.INSUFFICIENT_ACCESS_LEVEL, "Payouts is not enabled in this environment"));
    }

    /** A call that came before with the same key is answered as it was, whatever has changed since. */
    private Outcome<ApiAnswer> earlierOr(CreationQueue.Call call, ApiFault fault) {
        return Optional.ofNullable(call.idempotency())
                .flatMap(idempotency::earlier)
                .orElseGet(() -> Outcome.fault(fault));
    }

    @Override
    public boolean committed(CreationQueue.Call call) {
        // A call without payouts only stores a refusal: writing it again changes nothing.
        return !call.wanted().isEmpty()
                && QuarkusTransaction.requiringNew()
                        .call(() -> payouts.written(
                                call.scope(),
                                call.wanted().stream()
                                        .map(CreationQueue.Call.Wanted::id)
                                        .toList()));
    }

    @Override
    public RuntimeException busy(CreationQueue.Call call) {
        return call.idempotency() == null
                ? ApiFault.retry(
                        ApiCode.SERVICE_UNAVAILABLE,
                        "The account or a payee is in use. Try again",
                        Duration.ofSeconds(1))
                : ApiFault.retry(
                        ApiCode.REQUEST_IN_PROGRESS,
                        "Another call with this idempotency-key is being carried out, or the account or a payee is in use."
                                + " Try again",
                        Duration.ofSeconds(1));
    }

    @Override
    public RuntimeException unknown(CreationQueue.Call call) {
        return new ApiFault(
                ApiCode.INTERNAL_SERVER_ERROR,
                "It is not known whether these payouts were created. Look them up before you call again: "
                        + call.wanted().stream().map(one -> one.id().toString()).collect(Collectors.joining(", ")));
    }

    @Override
    public RuntimeException full() {
        return ApiFault.retry(
                ApiCode.SERVICE_UNAVAILABLE, "Too many calls are waiting. Try again", Duration.ofSeconds(1));
    }
}
