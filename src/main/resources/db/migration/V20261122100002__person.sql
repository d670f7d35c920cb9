CREATE TABLE person (
    id              UUID         NOT NULL PRIMARY KEY,
    issuer          VARCHAR(255) NOT NULL,
    subject         VARCHAR(255) NOT NULL,
    email           VARCHAR(254) NOT NULL,
    email_verified  BOOLEAN      NOT NULL,
    name            VARCHAR(200) NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    last_sign_in_at DATETIME(6)  NOT NULL,
    UNIQUE KEY person_identity (issuer, subject)
);
