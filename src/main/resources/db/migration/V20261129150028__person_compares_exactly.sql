ALTER TABLE person
    MODIFY time_zone VARCHAR(64) COLLATE utf8mb4_nopad_bin NULL;
