package io.sarf.payouts.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiErrors;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Gives a call its effect once, however often it comes. Without an {@code idempotency-key}, every call counts. */
@ApplicationScoped
public class Idempotency {
    private static final String HEADER = "idempotency-key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final IdempotencyKeys keys;
    private final ApiErrors errors;
    private final CurrentVertxRequest request;

    Idempotency(IdempotencyKeys keys, ApiErrors errors, CurrentVertxRequest request) {
        this.keys = keys;
        this.errors = errors;
        this.request = request;
    }

    /**
     * Key, effect and answer in one transaction: all of them or none.
     *
     * @param read what is wanted, made of the body alone: a fault it throws is stored as the answer, because the same body
     *     can never do
     * @param effect writes rows only, and joins the transaction; what it returns is the answer. A fault it throws is not
     *     stored: state decided it, and the same call may go well the next time
     * @throws ApiFault what {@code effect} throws, and {@code read} where there is no key; IDEMPOTENCY_KEY_REUSED or
     *     REQUEST_IN_PROGRESS; 400 when the key is not 1 to 255 printable characters
     */
    @Retried
    public <T> ApiAnswer once(
            Scope scope, Operation operation, JsonBody body, Function<JsonBody, T> read, Function<T, ?> effect) {
        var call = call(operation, body);
        if (call.isEmpty()) {
            var wanted = read.apply(body);
            return QuarkusTransaction.requiringNew().call(() -> answer(operation, effect.apply(wanted)));
        }
        T wanted;
        try {
            wanted = read.apply(body);
        } catch (ApiFault fault) {
            return refusal(scope, call.get(), fault);
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.take(scope, call.get())
                        .orElseGet(() -> keys.store(scope, call.get(), answer(operation, effect.apply(wanted)))));
    }

    /**
     * For an effect that reaches out of the house: the key is committed first and the answer with the outcome. Whoever
     * comes with the same key while there is no answer goes the way again.
     *
     * @param read as for {@link #once}
     * @param effect not inside a transaction, and such that going through it twice is the same as once
     */
    public <T> ApiAnswer repeatable(
            Scope scope, Operation operation, JsonBody body, Function<JsonBody, T> read, Function<T, ?> effect) {
        var call = call(operation, body);
        if (call.isEmpty()) {
            return answer(operation, effect.apply(read.apply(body)));
        }
        T wanted;
        try {
            wanted = read.apply(body);
        } catch (ApiFault fault) {
            return refusal(scope, call.get(), fault);
        }
        var first = QuarkusTransaction.requiringNew().call(() -> keys.take(scope, call.get()));
        if (first.isPresent()) {
            return first.get();
        }
        var answer = answer(operation, effect.apply(wanted));
        return QuarkusTransaction.requiringNew().call(() -> keys.store(scope, call.get(), answer));
    }

    private static ApiAnswer answer(Operation operation, Object answer) {
        return ApiAnswer.of(operation.success(), answer);
    }

    private ApiAnswer refusal(Scope scope, KeyedCall call, ApiFault fault) {
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.take(scope, call).orElseGet(() -> keys.store(scope, call, errors.stored(fault))));
    }

    private Optional<KeyedCall> call(Operation operation, JsonBody body) {
        var keys = request.getCurrent().request().headers().getAll(HEADER);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw ApiFault.invalid(HEADER, null, "One key of 1 to 255 printable characters is expected");
        }
        return Optional.of(new KeyedCall(operation, keys.get(0), body));
    }
}
