ALTER TABLE journal_entry
    ADD address VARCHAR(45) NULL;
