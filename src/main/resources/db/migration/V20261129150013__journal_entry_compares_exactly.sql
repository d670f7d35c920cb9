ALTER TABLE journal_entry
    MODIFY chain VARCHAR(48) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY environment VARCHAR(10) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY type VARCHAR(60) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY subject_kind VARCHAR(30) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY actor_kind VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY actor VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY event_type VARCHAR(60) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY address VARCHAR(45) COLLATE utf8mb4_nopad_bin NULL;
