ALTER TABLE invitation
    MODIFY email VARCHAR(254) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY roles VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL;
