ALTER TABLE destination
    ADD revision BIGINT NOT NULL DEFAULT 0 AFTER currency;
