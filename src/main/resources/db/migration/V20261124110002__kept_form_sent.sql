ALTER TABLE kept_form
    ADD sent_at DATETIME(6) NULL;
