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
     * For an effect that calls other systems: the key is committed first, the answer with the outcome. A call with the
     * same key repeats the effect while there is no answer.
     *
     * @param effect runs outside a transaction and is idempotent
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
