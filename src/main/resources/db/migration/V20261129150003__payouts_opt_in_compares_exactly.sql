ALTER TABLE payouts_opt_in
    MODIFY terms_version VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL;
