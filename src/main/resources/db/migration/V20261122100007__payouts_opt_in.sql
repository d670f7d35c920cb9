CREATE TABLE payouts_opt_in (
    id            UUID         NOT NULL PRIMARY KEY,
    application   UUID         NOT NULL REFERENCES application (id),
    person        UUID         NOT NULL REFERENCES person (id),
    terms_version VARCHAR(20)  NOT NULL,
    terms_text    TEXT         NOT NULL,
    accepted_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY payouts_opt_in_once (application, person, terms_version)
);
