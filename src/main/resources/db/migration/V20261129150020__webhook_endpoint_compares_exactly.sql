ALTER TABLE webhook_endpoint
    MODIFY url VARCHAR(2000) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY events VARCHAR(1000) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY secret_key VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY previous_secret_key VARCHAR(40) COLLATE utf8mb4_nopad_bin NULL;
