UPDATE journal_event e
    JOIN journal_entry j ON j.id = e.entry
SET e.type = j.event_type;
