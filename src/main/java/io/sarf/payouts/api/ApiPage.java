package io.sarf.payouts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param number from 0
 * @param totalElements recently counted; at most {@link #COUNTED}, where counting stops
 * @param sort always null: lists have one order
 * @param totalIsExact false if {@code totalElements} is not exact; otherwise absent
 * @param nextCursor value of {@code cursor} for the next page; absent on the last
 */
@Schema(name = "Page")
public record ApiPage(
        int number,
        int size,
        long totalElements,
        long totalPages,
        @Nullable String sort,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean totalIsExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {

    /** Counting stops here, so that no caller waits for it. */
    public static final int COUNTED = 10_000;

    public static ApiPage exact(int number, int size, long total, @Nullable String nextCursor) {
        return new ApiPage(number, size, total, (total + size - 1) / size, null, null, nextCursor);
    }

    public static ApiPage about(int number, int size, long total, @Nullable String nextCursor) {
        return new ApiPage(number, size, total, (total + size - 1) / size, null, false, nextCursor);
    }

    /** @param found matching rows, counted up to {@link #COUNTED} + 1 */
    public static ApiPage of(int number, int size, long found, @Nullable String nextCursor) {
        return found > COUNTED ? about(number, size, COUNTED, nextCursor) : exact(number, size, found, nextCursor);
    }
}
