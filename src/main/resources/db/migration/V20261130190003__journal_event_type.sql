ALTER TABLE journal_event
    ADD type VARCHAR(60) COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '' AFTER sequence;
