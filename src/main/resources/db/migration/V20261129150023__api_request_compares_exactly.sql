ALTER TABLE api_request
    MODIFY method VARCHAR(10) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY code VARCHAR(40) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY correlation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL;
