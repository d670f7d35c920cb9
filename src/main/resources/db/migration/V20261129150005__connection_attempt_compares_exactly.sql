ALTER TABLE connection_attempt
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY challenge VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY credentials_key VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL;
