ALTER TABLE authorization_subject
    MODIFY kind VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY reference CHAR(30) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY iban VARCHAR(34) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY currency CHAR(3) COLLATE utf8mb4_nopad_bin NOT NULL;
