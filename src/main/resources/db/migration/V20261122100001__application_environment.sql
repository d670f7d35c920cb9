CREATE TABLE application_environment (
    application          UUID        NOT NULL REFERENCES application (id),
    environment          VARCHAR(10) NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    customer             UUID        NOT NULL UNIQUE,
    payouts_requested_at DATETIME(6) NULL,
    payouts_enabled_at   DATETIME(6) NULL,
    version              BIGINT      NOT NULL,
    PRIMARY KEY (application, environment)
);
