CREATE TABLE webhook_attempt (
    delivery         UUID        NOT NULL REFERENCES webhook_delivery (id) ON DELETE CASCADE,
    number           INT         NOT NULL,
    attempted_at     DATETIME(6) NOT NULL,
    duration_ms      INT         NOT NULL,
    status           INT         NULL,
    error            VARCHAR(20) NULL,
    request_headers  TEXT        NOT NULL,
    response_headers TEXT        NOT NULL,
    response         TEXT        NOT NULL,
    PRIMARY KEY (delivery, number),
    CHECK ((status IS NULL) = (error IS NOT NULL))
) CHARACTER SET utf8mb4;
