ALTER TABLE kept_form
    MODIFY target VARCHAR(500) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY page VARCHAR(500) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY fields_key VARCHAR(64) COLLATE utf8mb4_nopad_bin NULL;
