ALTER TABLE notice_mail
    ADD faults INT NOT NULL DEFAULT 0,
    ADD fault VARCHAR(100) COLLATE utf8mb4_nopad_bin NULL;
