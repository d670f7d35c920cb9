ALTER TABLE quarantined_order
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY reference CHAR(30) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY bank_says VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL;
