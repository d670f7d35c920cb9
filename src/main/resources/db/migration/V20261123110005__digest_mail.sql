CREATE TABLE digest_mail (
    id          UUID        NOT NULL PRIMARY KEY,
    person      UUID        NOT NULL REFERENCES person (id),
    day         DATE        NOT NULL,
    sent_at     DATETIME(6) NULL,
    due_at      DATETIME(6) NULL,
    lease_owner UUID        NULL,
    lease_until DATETIME(6) NULL,
    attempt     INT         NOT NULL,
    UNIQUE KEY digest_mail_once (person, day),
    KEY digest_mail_due (due_at)
);
