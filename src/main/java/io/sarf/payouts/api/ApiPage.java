package io.sarf.payouts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list an answer holds.
 *
 * @param number from 0
 * @param totalElements how many there are; as counted a moment ago, or {@link #COUNTED} when there are more than that and
 *     nobody counted on, where it is not exact
 * @param sort always null: lists have one order
 * @param totalIsExact false when {@code totalElements} is not; absent otherwise
 * @param nextCursor names the next part for {@code cursor}; absent on the last
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

    /** Nobody waits for more than this many rows to be counted. */
    public static final int COUNTED = 10_000;

    /** @param total how many rows match, all of them counted */
    public static ApiPage exact(int number, int size, long total, @Nullable String nextCursor) {
        return new ApiPage(number, size, total, (total + size - 1) / size, null, null, nextCursor);
    }

    /** @param total how many rows match, as counted a moment ago, or as far as they were counted */
    public static ApiPage about(int number, int size, long total, @Nullable String nextCursor) {
        return new ApiPage(number, size, total, (total + size - 1) / size, null, false, nextCursor);
    }

    /** @param found how many rows match, counted up to {@link #COUNTED} + 1 */
    public static ApiPage of(int number, int size, long found, @Nullable String nextCursor) {
        return found > COUNTED ? about(number, size, COUNTED, nextCursor) : exact(number, size, found, nextCursor);
    }
}
