-- Maintained by the sealer, not by whoever records an entry.
ALTER TABLE journal_event
    ALTER type DROP DEFAULT,
    ADD KEY journal_event_of_type (chain, type, sequence);
