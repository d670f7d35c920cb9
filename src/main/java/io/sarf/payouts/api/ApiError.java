package io.sarf.payouts.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param status the code; the number is in the status line only
 * @param metadata all faulty fields if there are several, else null
 */
record ApiError(
        Instant timestamp,
        String status,
        String message,
        @Nullable Map<String, List<WrongField>> metadata) {

    static ApiError of(ApiFault fault, Instant at) {
        var several = fault.fields().size() > 1;
        return new ApiError(
                at, fault.code().name(), fault.message(), several ? Map.of("errors", fault.fields()) : null);
    }
}
