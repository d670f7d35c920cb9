CREATE TABLE payout_task (
    id          UUID        NOT NULL PRIMARY KEY REFERENCES payout (id),
    application UUID        NOT NULL REFERENCES application (id),
    environment VARCHAR(10) NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    bank        VARCHAR(40) NOT NULL,
    due_at      DATETIME(6) NULL,
    lease_owner UUID        NULL,
    lease_until DATETIME(6) NULL,
    attempt     INT         NOT NULL,
    KEY payout_task_due (due_at)
);
