ALTER TABLE bulk_payment
    ADD due_at DATETIME(6) NULL,
    ADD lease_owner UUID NULL,
    ADD lease_until DATETIME(6) NULL,
    ADD attempt INT NOT NULL DEFAULT 0,
    ADD faults INT NOT NULL DEFAULT 0,
    ADD fault VARCHAR(100) COLLATE utf8mb4_nopad_bin NULL,
    ADD KEY bulk_payment_due (due_at);
