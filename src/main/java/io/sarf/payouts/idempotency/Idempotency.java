package io.sarf.payouts.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiErrors;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

@ApplicationScoped
public class Idempotency {
    private static final String HEADER = "idempotency-key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /** @param bodyHash SHA-256 of the exact bytes that were sent; the body itself need not wait with the call */
    public record KeyedCall(Key key, byte[] bodyHash) implements Scoped {
        /** @param text 1 to 255 printable ASCII characters */
        record Key(Scope scope, Operation operation, String text) {}

        @Override
        public Scope scope() {
            return key.scope();
        }

        /** Equal for calls that are one call. */
        public Object identity() {
            return key;
        }
    }

    /** A call with the answer that it gets if its key is free. */
    public record Answered(KeyedCall call, ApiAnswer answer) {}

    private final IdempotencyKeys keys;
    private final ApiErrors errors;
    private final CurrentVertxRequest request;

    Idempotency(IdempotencyKeys keys, ApiErrors errors, CurrentVertxRequest request) {
        this.keys = keys;
        this.errors = errors;
        this.request = request;
    }

    /**
     * Stores key, effect and answer in one transaction.
     *
     * @param read parses the body alone. A fault it throws is stored as the answer, because the same body always
     *     fails
     * @param effect only writes rows, and joins the transaction; its result is the answer. A fault it throws is not
     *     stored: it depends on state, and a retry may succeed
     * @throws ApiFault from {@code effect}, and from {@code read} without a key; IDEMPOTENCY_KEY_REUSED or
     *     REQUEST_IN_PROGRESS; 400 if the key is not 1 to 255 printable characters
     */
    @Retried
    public <T> ApiAnswer once(
            Scope scope, Operation operation, JsonBody body, Function<JsonBody, T> read, Function<T, ?> effect) {
        var call = keyed(scope, operation, body);
        if (call.isEmpty()) {
            var wanted = read.apply(body);
            return QuarkusTransaction.requiringNew().call(() -> answer(operation, effect.apply(wanted)));
        }
        T wanted;
        try {
            wanted = read.apply(body);
        } catch (ApiFault fault) {
            return refusal(call.get(), fault);
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.take(call.get())
                        .orElseGet(() -> keys.store(call.get(), answer(operation, effect.apply(wanted)))));
    }

    /**
     * For an effect that calls other systems: the key is committed first, the answer with the outcome. A call with the
     * same key repeats the effect while there is no answer.
     *
     * @param effect runs outside a transaction and is idempotent
     */
    public <T> ApiAnswer repeatable(
            Scope scope, Operation operation, JsonBody body, Function<JsonBody, T> read, Function<T, ?> effect) {
        var call = keyed(scope, operation, body);
        if (call.isEmpty()) {
            return answer(operation, effect.apply(read.apply(body)));
        }
        T wanted;
        try {
            wanted = read.apply(body);
        } catch (ApiFault fault) {
            return refusal(call.get(), fault);
        }
        var first = QuarkusTransaction.requiringNew().call(() -> keys.take(call.get()));
        if (first.isPresent()) {
            return first.get();
        }
        var answer = answer(operation, effect.apply(wanted));
        return QuarkusTransaction.requiringNew().call(() -> keys.store(call.get(), answer));
    }

    /**
     * Takes the free keys of several calls, in the caller's transaction and without waiting.
     *
     * @param some with different keys
     * @return the calls whose key is taken now
     */
    @AcrossApplications
    public Predicate<KeyedCall> take(List<Answered> some) {
        var taken = keys.take(some);
        return call -> taken.contains(call.key());
    }

    /** What an earlier call with this key left for this one, in the caller's transaction: its answer, or a fault if the body differs. */
    public Optional<Batches.Outcome<ApiAnswer>> earlier(KeyedCall call) {
        return keys.earlier(call);
    }

    public static ApiFault inProgress() {
        return ApiFault.retry(
                ApiCode.REQUEST_IN_PROGRESS,
                "Another call with this idempotency-key is being carried out",
                Duration.ofSeconds(1));
    }

    public ApiAnswer stored(ApiFault fault) {
        return errors.stored(fault);
    }

    private static ApiAnswer answer(Operation operation, Object answer) {
        return ApiAnswer.of(operation.success(), answer);
    }

    private ApiAnswer refusal(KeyedCall call, ApiFault fault) {
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.take(call).orElseGet(() -> keys.store(call, errors.stored(fault))));
    }

    /** @throws ApiFault 400 if there are several keys, or one that is not 1 to 255 printable characters */
    public Optional<KeyedCall> keyed(Scope scope, Operation operation, JsonBody body) {
        var keys = request.getCurrent().request().headers().getAll(HEADER);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw ApiFault.invalid(HEADER, null, "One key of 1 to 255 printable characters is expected");
        }
        return Optional.of(new KeyedCall(new KeyedCall.Key(scope, operation, keys.get(0)), body.sha256()));
    }
}
