ALTER TABLE beneficiary
    ADD revision BIGINT NOT NULL DEFAULT 0 AFTER task;
