CREATE TABLE member (
    id          UUID        NOT NULL PRIMARY KEY,
    application UUID        NOT NULL REFERENCES application (id),
    person      UUID        NOT NULL REFERENCES person (id),
    joined_at   DATETIME(6) NOT NULL,
    removed_at  DATETIME(6) NULL,
    version     BIGINT      NOT NULL,
    UNIQUE KEY member_once (application, person),
    KEY member_of_person (person)
);
