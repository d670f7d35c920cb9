CREATE TABLE application (
    id         UUID         NOT NULL PRIMARY KEY,
    name       VARCHAR(120) NOT NULL,
    created_at DATETIME(6)  NOT NULL
);
