ALTER TABLE payout_task
    ADD INDEX payout_task_share (bank, application, due_at);
