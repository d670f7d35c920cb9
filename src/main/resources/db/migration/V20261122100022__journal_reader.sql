CREATE TABLE journal_reader (
    reader   VARCHAR(20) NOT NULL,
    chain    VARCHAR(48) NOT NULL,
    sequence BIGINT      NOT NULL,
    PRIMARY KEY (reader, chain)
);
