package io.sarf.payouts.idempotency;

import io.sarf.payouts.api.JsonBody;

/**
 * @param key 1 to 255 printable ASCII characters
 * @param body the exact bytes that were sent
 */
record KeyedCall(Operation operation, String key, JsonBody body) {}
