ALTER TABLE source_account
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY bank_account VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY account_number VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY iban VARCHAR(34) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY currency CHAR(3) COLLATE utf8mb4_nopad_bin NOT NULL;
