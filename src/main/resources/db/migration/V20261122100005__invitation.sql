CREATE TABLE invitation (
    id              UUID         NOT NULL PRIMARY KEY,
    application     UUID         NOT NULL REFERENCES application (id),
    email           VARCHAR(254) NOT NULL,
    roles           VARCHAR(100) NOT NULL,
    token_hash      BINARY(32)   NOT NULL UNIQUE,
    issue           INT          NOT NULL,
    invited_by      UUID         NOT NULL REFERENCES member (id),
    invited_by_name VARCHAR(200) NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    expires_at      DATETIME(6)  NOT NULL,
    accepted_at     DATETIME(6)  NULL,
    withdrawn_at    DATETIME(6)  NULL,
    version         BIGINT       NOT NULL,
    KEY invitation_of_application (application, created_at)
);
