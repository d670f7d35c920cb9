ALTER TABLE journal_entry
    ADD KEY journal_entry_newest (application, id),
    ADD KEY journal_entry_of_actor (application, actor, id);
