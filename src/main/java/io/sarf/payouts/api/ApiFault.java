package io.sarf.payouts.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class ApiFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ApiCode code;
    private final transient List<WrongField> fields;
    private final @Nullable Duration retryAfter;

    /** @param message what is wrong and what is expected; contains no secret and no full account number */
    public ApiFault(ApiCode code, String message, WrongField... fields) {
        this(code, message, List.of(fields), null);
    }

    private ApiFault(ApiCode code, String message, List<WrongField> fields, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    public static ApiFault invalid(String field, @Nullable String value, String message) {
        return of(ApiCode.INVALID_PARAMETERS, List.of(new WrongField(field, value, message)));
    }

    /** @param fields at least one; the first one gives the message */
    public static ApiFault of(ApiCode code, List<WrongField> fields) {
        return new ApiFault(code, fields.get(0).sentence(), fields, null);
    }

    public static void raise(ApiCode code, List<WrongField> fields) {
        if (!fields.isEmpty()) {
            throw of(code, fields);
        }
    }

    public static ApiFault retry(ApiCode code, String message, Duration after) {
        return new ApiFault(code, message, List.of(), after);
    }

    public ApiCode code() {
        return code;
    }

    public List<WrongField> fields() {
        return fields;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
