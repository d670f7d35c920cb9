CREATE TABLE notice_mail (
    id          UUID         NOT NULL PRIMARY KEY,
    application UUID         NOT NULL REFERENCES application (id),
    environment VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    kind        VARCHAR(20)  NOT NULL CHECK (kind IN ('CREDENTIALS_EXPIRED', 'PERSON_WANTED', 'AUTHORIZER_CHANGED')),
    bank        VARCHAR(40)  NOT NULL,
    entry       UUID         NOT NULL REFERENCES journal_entry (id),
    recipient   VARCHAR(320) NOT NULL,
    occurred_at DATETIME(6)  NOT NULL,
    sent_at     DATETIME(6)  NULL,
    due_at      DATETIME(6)  NULL,
    lease_owner UUID         NULL,
    lease_until DATETIME(6)  NULL,
    attempt     INT          NOT NULL,
    UNIQUE KEY notice_mail_once (entry, recipient),
    KEY notice_mail_of_kind (application, environment, kind, bank, occurred_at),
    KEY notice_mail_due (due_at)
);
