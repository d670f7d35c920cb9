ALTER TABLE bank_connection
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY bank_user VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY credentials_key VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL;
