CREATE TABLE parked_work (
    id          UUID         NOT NULL PRIMARY KEY,
    queue       VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL
        CHECK (queue IN ('PAYOUT', 'BULK_PAYMENT', 'BENEFICIARY', 'BANK_CHANGES', 'WEBHOOK', 'NOTICE_MAIL', 'DIGEST_MAIL', 'INVITATION_MAIL')),
    application UUID         NULL REFERENCES application (id),
    environment VARCHAR(10) COLLATE utf8mb4_nopad_bin NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    fault       VARCHAR(100) COLLATE utf8mb4_nopad_bin NULL,
    parked_at   DATETIME(6)  NOT NULL,
    KEY parked_work_of_queue (queue),
    KEY parked_work_newest (parked_at, id)
);
