ALTER TABLE journal_entry
    DROP KEY journal_entry_of_application,
    DROP KEY journal_entry_newest,
    DROP KEY journal_entry_of_actor,
    DROP KEY journal_entry_of_type,
    DROP KEY journal_entry_of_kind,
    DROP KEY journal_entry_of_actor_kind;
