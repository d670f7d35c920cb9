ALTER TABLE notice_mail
    MODIFY recipient VARCHAR(320) COLLATE utf8mb4_nopad_bin NOT NULL;
