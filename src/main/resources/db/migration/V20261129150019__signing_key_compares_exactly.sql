ALTER TABLE signing_key
    MODIFY private_key_key VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL;
