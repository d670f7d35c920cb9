CREATE TABLE kept_selection (
    id            UUID        NOT NULL PRIMARY KEY,
    application   UUID        NOT NULL REFERENCES application (id),
    environment   VARCHAR(10) NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    person        UUID        NOT NULL REFERENCES person (id),
    authorization UUID        NOT NULL,
    picks         TEXT        NOT NULL,
    kept_at       DATETIME(6) NOT NULL,
    UNIQUE KEY kept_selection_person (application, environment, person)
);
