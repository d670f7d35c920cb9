ALTER TABLE journal_event
    MODIFY chain VARCHAR(48) COLLATE utf8mb4_nopad_bin NOT NULL;
