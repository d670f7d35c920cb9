CREATE TABLE bank_watch (
    id              UUID         NOT NULL PRIMARY KEY,
    bank            VARCHAR(40)  NOT NULL UNIQUE,
    changes_cursor  VARCHAR(200) NOT NULL,
    due_at          DATETIME(6)  NULL,
    lease_owner     UUID         NULL,
    lease_until     DATETIME(6)  NULL,
    attempt         INT          NOT NULL,
    KEY bank_watch_due (due_at)
);
