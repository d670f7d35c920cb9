CREATE TABLE beneficiary (
    id             UUID         NOT NULL PRIMARY KEY,
    application    UUID         NOT NULL REFERENCES application (id),
    environment    VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    destination    UUID         NOT NULL REFERENCES destination (id),
    connection     UUID         NOT NULL REFERENCES bank_connection (id),
    task           UUID         NOT NULL,
    status         VARCHAR(30)  NOT NULL
        CHECK (status IN ('REQUESTED', 'ACTIVE', 'AWAITING_BENEFICIARY_COOL_OFF', 'FAILED', 'NOT_PRESENT', 'REMOVED')),
    bank_id        VARCHAR(100) NULL,
    cool_off_until DATETIME(6)  NULL,
    name_check     VARCHAR(12)  NULL CHECK (name_check IN ('MATCH', 'CLOSE_MATCH', 'NO_MATCH', 'NOT_OFFERED')),
    known_name     VARCHAR(140) NULL,
    error_message  VARCHAR(300) NULL,
    due_at         DATETIME(6)  NULL,
    lease_owner    UUID         NULL,
    lease_until    DATETIME(6)  NULL,
    attempt        INT          NOT NULL,
    version        BIGINT       NOT NULL,
    UNIQUE KEY beneficiary_once (destination, connection),
    KEY beneficiary_due (due_at)
);
