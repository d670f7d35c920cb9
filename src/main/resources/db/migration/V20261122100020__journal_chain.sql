CREATE TABLE journal_chain (
    chain         VARCHAR(48) NOT NULL PRIMARY KEY,
    head_sequence BIGINT      NOT NULL,
    head_digest   BINARY(32)  NOT NULL,
    event_head    BIGINT      NOT NULL
);
