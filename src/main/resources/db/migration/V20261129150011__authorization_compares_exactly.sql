ALTER TABLE authorization
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY challenge VARCHAR(100) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY closed_reason VARCHAR(40) COLLATE utf8mb4_nopad_bin NULL;
