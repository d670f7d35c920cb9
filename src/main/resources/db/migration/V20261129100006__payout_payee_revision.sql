ALTER TABLE payout
    ADD payee_revision BIGINT NOT NULL DEFAULT 0 AFTER destination;
