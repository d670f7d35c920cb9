-- A company's own bulk payment does not hold back its single payouts: each has a share of the bank's calls.
ALTER TABLE payout_task
    ADD bulk BOOLEAN NOT NULL DEFAULT FALSE AFTER bank,
    DROP INDEX payout_task_share,
    ADD INDEX payout_task_share (bank, application, bulk, due_at);
