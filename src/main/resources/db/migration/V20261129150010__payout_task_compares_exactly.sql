ALTER TABLE payout_task
    MODIFY bank VARCHAR(40) COLLATE utf8mb4_nopad_bin NOT NULL;
