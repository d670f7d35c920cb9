ALTER TABLE journal_reader
    MODIFY reader VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY chain VARCHAR(48) COLLATE utf8mb4_nopad_bin NOT NULL;
