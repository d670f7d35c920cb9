ALTER TABLE bank_watch
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY changes_cursor VARCHAR(200) COLLATE utf8mb4_nopad_bin NOT NULL;
