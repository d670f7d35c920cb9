CREATE TABLE idempotent_call (
    application UUID         NOT NULL,
    environment VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    operation   VARCHAR(20)  NOT NULL CHECK (operation IN ('PAYMENT', 'BULK_PAYMENTS', 'AUTHORIZATIONS', 'DESTINATIONS')),
    call_key    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    body_hash   BINARY(32)   NOT NULL,
    status      SMALLINT     NULL,
    answer      MEDIUMBLOB   NULL,
    created_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (application, environment, operation, call_key),
    FOREIGN KEY (application, environment) REFERENCES application_environment (application, environment),
    CHECK ((status IS NULL) = (answer IS NULL)),
    KEY idempotent_call_age (created_at)
);
