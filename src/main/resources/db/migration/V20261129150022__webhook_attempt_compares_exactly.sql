ALTER TABLE webhook_attempt
    MODIFY error VARCHAR(20) COLLATE utf8mb4_nopad_bin NULL;
