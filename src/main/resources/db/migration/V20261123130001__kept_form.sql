CREATE TABLE kept_form (
    id          UUID         NOT NULL PRIMARY KEY,
    person      UUID         NOT NULL REFERENCES person (id),
    secret_hash BINARY(32)   NOT NULL,
    target      VARCHAR(500) NOT NULL,
    page        VARCHAR(500) NOT NULL,
    fields      MEDIUMBLOB   NULL,
    fields_key  VARCHAR(64)  NULL,
    kept_at     DATETIME(6)  NOT NULL,
    UNIQUE KEY kept_form_secret (secret_hash),
    UNIQUE KEY kept_form_person (person),
    KEY kept_form_age (kept_at)
);
