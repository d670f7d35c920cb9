-- One for each filter of the Activity page that would read the whole table otherwise.
ALTER TABLE journal_entry
    ADD KEY journal_entry_of_type (application, type, id),
    ADD KEY journal_entry_of_kind (application, subject_kind, id),
    ADD KEY journal_entry_of_actor_kind (application, actor_kind, id);
