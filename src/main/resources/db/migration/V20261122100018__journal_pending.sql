CREATE TABLE journal_pending (
    entry UUID        NOT NULL PRIMARY KEY,
    chain VARCHAR(48) NOT NULL,
    KEY journal_pending_of_chain (chain, entry)
);
