CREATE TABLE connection_attempt (
    id              UUID            NOT NULL PRIMARY KEY,
    application     UUID            NOT NULL REFERENCES application (id),
    environment     VARCHAR(10)     NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    person          UUID            NOT NULL REFERENCES person (id),
    bank            VARCHAR(40)     NOT NULL,
    as_default      BOOLEAN         NOT NULL,
    challenge       VARCHAR(100)    NOT NULL,
    sent_to         VARCHAR(100)    NOT NULL,
    attempts_left   INT             NOT NULL,
    credentials     VARBINARY(2000) NOT NULL,
    credentials_key VARCHAR(40)     NOT NULL,
    expires_at      DATETIME(6)     NOT NULL,
    KEY connection_attempt_expiry (expires_at)
);
