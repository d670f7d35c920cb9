ALTER TABLE journal_seal
    MODIFY chain VARCHAR(48) COLLATE utf8mb4_nopad_bin NOT NULL;
