package io.sarf.payouts.api;

import java.util.Optional;

public enum ApiCode {
    INVALID_PARAMETERS(400),
    MISSING_PARAMETERS(400),
    AMOUNT_UNDER_MIN_VALUE(400),
    AMOUNT_OVER_MAX_VALUE(400),
    INVALID_AMOUNT(400),
    INVALID_IBAN(400),
    INVALID_NAME(400),
    UNAUTHORIZED(401),
    INCORRECT_ACCESS_LEVEL(403),
    INSUFFICIENT_ACCESS_LEVEL(403),
    CREDENTIALS_UPDATE_REQUIRED(403),
    INVALID_URL(404),
    UNKNOWN_PAYMENT_DESTINATION(404),
    UNKNOWN_PAYMENT_INTENT(404),
    UNKNOWN_PAYMENT(404),
    UNKNOWN_PAYMENT_SOURCE(404),
    UNKNOWN_ACCOUNT(404),
    UNKNOWN_CUSTOMER(404),
    DATA_NOT_FOUND(404),
    INVALID_HTTP_METHOD(405),
    NOT_ACCEPTABLE(406),
    CUSTOMER_ALREADY_EXISTS(409),
    REQUEST_IN_PROGRESS(409),
    INVALID_STATE(409),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    RATE_LIMIT_EXCEEDED(429),
    DUPLICATED_REQUEST(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_SERVER_ERROR(500),
    SERVICE_UNAVAILABLE(503);

    private final int status;

    ApiCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public static Optional<ApiCode> named(String name) {
        for (var code : values()) {
            if (code.name().equals(name)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
