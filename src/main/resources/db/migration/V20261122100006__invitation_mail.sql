CREATE TABLE invitation_mail (
    id          UUID         NOT NULL PRIMARY KEY,
    invitation  UUID         NOT NULL REFERENCES invitation (id),
    issue       INT          NOT NULL,
    language    VARCHAR(10)  NOT NULL,
    sent_at     DATETIME(6)  NULL,
    due_at      DATETIME(6)  NULL,
    lease_owner UUID         NULL,
    lease_until DATETIME(6)  NULL,
    attempt     INT          NOT NULL,
    UNIQUE KEY invitation_mail_once (invitation, issue),
    KEY invitation_mail_due (due_at)
);
