CREATE TABLE authorization (
    id            UUID         NOT NULL PRIMARY KEY,
    application   UUID         NOT NULL REFERENCES application (id),
    environment   VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    bank          VARCHAR(40)  NOT NULL,
    connection    UUID         NOT NULL REFERENCES bank_connection (id),
    person        UUID         NOT NULL REFERENCES person (id),
    status        VARCHAR(12)  NOT NULL
        CHECK (status IN ('BEGINNING', 'CHALLENGED', 'COMPLETING', 'DONE', 'CLOSED')),
    challenge     VARCHAR(100) NULL,
    sent_to       VARCHAR(100) NULL,
    attempts_left INT          NULL,
    expires_at    DATETIME(6)  NOT NULL,
    closed_reason VARCHAR(40)  NULL,
    created_at    DATETIME(6)  NOT NULL,
    version       BIGINT       NOT NULL
);
