-- Somebody wants it back while it is on its way to the bank: once the bank has it, it is taken back and never authorized.
ALTER TABLE payout
    ADD cancellation_requested_at DATETIME(6) NULL;
