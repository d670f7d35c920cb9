package io.sarf.payouts.idempotency;

import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.application.Scope;
import java.nio.charset.StandardCharsets;

/** Calls with a key, for tests that do not come by HTTP. */
public final class KnownKeys {
    private KnownKeys() {}

    public static Idempotency.KeyedCall payment(Scope scope, String key, String body) {
        return of(scope, Operation.PAYMENT, key, body);
    }

    public static Idempotency.KeyedCall of(Scope scope, Operation operation, String key, String body) {
        return new Idempotency.KeyedCall(
                new Idempotency.KeyedCall.Key(scope, operation, key),
                new JsonBody(body.getBytes(StandardCharsets.UTF_8)).sha256());
    }
}
