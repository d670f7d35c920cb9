ALTER TABLE bulk_payment
    MODIFY currency CHAR(3) COLLATE utf8mb4_nopad_bin NOT NULL;
