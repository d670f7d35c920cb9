ALTER TABLE notice_mail
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY language VARCHAR(8) COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT 'en';
