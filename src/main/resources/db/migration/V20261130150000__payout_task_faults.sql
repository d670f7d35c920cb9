ALTER TABLE payout_task
    ADD faults INT NOT NULL DEFAULT 0,
    ADD fault VARCHAR(100) NULL;
