ALTER TABLE session
    MODIFY provider_session VARCHAR(255) COLLATE utf8mb4_nopad_bin NULL,
    DROP COLUMN renewals;
