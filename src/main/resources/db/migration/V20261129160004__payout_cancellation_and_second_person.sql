-- Wanted back while it is on its way to the bank: once the bank has it, it is taken back and never authorized.
-- Marked automatic by somebody who may not decide that alone: it waits for a second person.
ALTER TABLE payout
    ADD cancellation_requested_at DATETIME(6) NULL,
    ADD for_second_person BOOLEAN NOT NULL DEFAULT FALSE;
