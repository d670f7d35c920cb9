package io.sarf.payouts.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.ApiAnswer;
import io.sarf.payouts.platform.ApiErrors;
import io.sarf.payouts.platform.ApiFault;
import io.sarf.payouts.platform.JsonBody;
import io.sarf.payouts.platform.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Gives a call its effect once, however often it comes. Without an {@code idempotency-key}, every call counts. */
@ApplicationScoped
public class Idempotency {
    private static final String HEADER = "idempotency-key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final KeptAnswers kept;
    private final ApiErrors errors;
    private final CurrentVertxRequest request;

    Idempotency(KeptAnswers kept, ApiErrors errors, CurrentVertxRequest request) {
        this.kept = kept;
        this.errors = errors;
        this.request = request;
    }

    /**
     * Key, effect and answer in one transaction: all of them or none.
     *
     * @param effect writes rows only, and joins the transaction; what it returns is the answer
     * @throws ApiFault what {@code effect} throws (400 and 404 are kept as answers), IDEMPOTENCY_KEY_REUSED or
     *     REQUEST_IN_PROGRESS; 400 when the key is not 1 to 255 printable characters
     */
    @Retried
    public ApiAnswer once(Scope scope, Operation operation, JsonBody body, Supplier<?> effect) {
        var call = call(operation, body);
        if (call.isEmpty()) {
            return QuarkusTransaction.requiringNew().call(() -> answer(operation, effect));
        }
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> kept.take(scope, call.get())
                            .orElseGet(() -> kept.keep(scope, call.get(), answer(operation, effect))));
        } catch (ApiFault fault) {
            return QuarkusTransaction.requiringNew().call(() -> refusal(scope, call.get(), fault));
        }
    }

    /**
     * For an effect that reaches out of the house: the key is committed first and the answer with the outcome. Whoever
     * comes with the same key while there is no answer goes the way again.
     *
     * @param effect not inside a transaction, and such that going through it twice is the same as once
     */
    public ApiAnswer repeatable(Scope scope, Operation operation, JsonBody body, Supplier<?> effect) {
        var call = call(operation, body);
        if (call.isEmpty()) {
            return answer(operation, effect);
        }
        var first = QuarkusTransaction.requiringNew().call(() -> kept.take(scope, call.get()));
        if (first.isPresent()) {
            return first.get();
        }
        try {
            var answer = answer(operation, effect);
            return QuarkusTransaction.requiringNew().call(() -> kept.keep(scope, call.get(), answer));
        } catch (ApiFault fault) {
            return QuarkusTransaction.requiringNew().call(() -> refusal(scope, call.get(), fault));
        }
    }

    private static ApiAnswer answer(Operation operation, Supplier<?> effect) {
        return ApiAnswer.of(operation.success(), effect.get());
    }

    /** What the body itself caused is an answer like any other; all else may end differently the next time. */
    private ApiAnswer refusal(Scope scope, KeyedCall call, ApiFault fault) {
        var status = fault.code().status();
        if (status != 400 && status != 404) {
            throw fault;
        }
        return kept.take(scope, call).orElseGet(() -> kept.keep(scope, call, errors.kept(fault)));
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
