ALTER TABLE payout
    ADD name_accepted_at DATETIME(6)  NULL AFTER authorized_at,
    ADD name_accepted_by VARCHAR(200) NULL AFTER name_accepted_at;
