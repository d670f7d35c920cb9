CREATE TABLE journal_seal (
    chain    VARCHAR(48) NOT NULL,
    sequence BIGINT      NOT NULL,
    entry    UUID        NOT NULL REFERENCES journal_entry (id),
    digest   BINARY(32)  NOT NULL,
    PRIMARY KEY (chain, sequence),
    UNIQUE KEY journal_seal_entry (entry)
);
