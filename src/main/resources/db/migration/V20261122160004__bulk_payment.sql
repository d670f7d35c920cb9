CREATE TABLE bulk_payment (
    id              UUID           NOT NULL PRIMARY KEY,
    application     UUID           NOT NULL REFERENCES application (id),
    environment     VARCHAR(10)    NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    source_account  UUID           NOT NULL REFERENCES source_account (id),
    currency        CHAR(3)        NOT NULL,
    total_amount    DECIMAL(19, 4) NOT NULL CHECK (total_amount > 0),
    total_payments  INT            NOT NULL CHECK (total_payments > 0),
    status          VARCHAR(22)    NOT NULL
        CHECK (status IN ('AWAITING_AUTHORIZATION', 'PENDING_WITH_BANK', 'ACCEPTED_BY_BANK', 'FAILED')),
    created_at      DATETIME(6)    NOT NULL,
    updated_at      DATETIME(6)    NOT NULL,
    version         BIGINT         NOT NULL
);
