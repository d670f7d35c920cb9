ALTER TABLE beneficiary
    MODIFY bank_id VARCHAR(100) COLLATE utf8mb4_nopad_bin NULL;
