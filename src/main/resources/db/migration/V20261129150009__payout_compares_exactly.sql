ALTER TABLE payout
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY recipient_iban VARCHAR(34) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY currency CHAR(3) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY external_reference VARCHAR(64) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY reference CHAR(30) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY bank_reference VARCHAR(100) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY reason_code VARCHAR(40) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY created_by_kind VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL,
    ADD KEY payout_by_external_reference (application, environment, external_reference, created_at, id),
    ADD KEY payout_by_bank_reference (application, environment, bank_reference, created_at, id);
