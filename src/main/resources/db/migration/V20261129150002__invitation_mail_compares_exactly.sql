ALTER TABLE invitation_mail
    MODIFY language VARCHAR(10) COLLATE utf8mb4_nopad_bin NOT NULL;
