-- The sealer adds the entries that were sealed before, a thousand at a time.
ALTER TABLE journal_chain
    ADD searched BIGINT NOT NULL DEFAULT 0;
