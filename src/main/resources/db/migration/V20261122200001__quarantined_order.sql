CREATE TABLE quarantined_order (
    id             UUID         NOT NULL PRIMARY KEY,
    application    UUID         NOT NULL REFERENCES application (id),
    environment    VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    bank           VARCHAR(40)  NOT NULL,
    source_account UUID         NOT NULL REFERENCES source_account (id),
    reference      CHAR(30)     NOT NULL,
    bank_says      VARCHAR(40)  NOT NULL,
    seen_at        DATETIME(6)  NOT NULL,
    cleared_at     DATETIME(6)  NULL,
    cleared_by     VARCHAR(200) NULL,
    reason         VARCHAR(300) NULL,
    version        BIGINT       NOT NULL,
    UNIQUE KEY quarantined_once (bank, reference, source_account),
    KEY quarantined_account (source_account, cleared_at),
    KEY quarantined_open (cleared_at, seen_at)
);
