ALTER TABLE bank_switch
    MODIFY environment VARCHAR(10) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL;
