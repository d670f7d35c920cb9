ALTER TABLE session
    MODIFY tokens_key VARCHAR(64) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY address VARCHAR(45) COLLATE utf8mb4_nopad_bin NOT NULL;
