ALTER TABLE beneficiary
    ADD bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '' AFTER connection;
