CREATE TABLE journal_event (
    chain    VARCHAR(48) NOT NULL,
    sequence BIGINT      NOT NULL,
    entry    UUID        NOT NULL REFERENCES journal_entry (id),
    PRIMARY KEY (chain, sequence),
    UNIQUE KEY journal_event_entry (entry)
);
