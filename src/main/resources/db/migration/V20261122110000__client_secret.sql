CREATE TABLE client_secret (
    id              UUID         NOT NULL PRIMARY KEY,
    application     UUID         NOT NULL,
    environment     VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    hash            BINARY(32)   NOT NULL UNIQUE,
    live            BOOLEAN      NULL CHECK (live),
    created_at      DATETIME(6)  NOT NULL,
    created_by_name VARCHAR(200) NOT NULL,
    replaced_at     DATETIME(6)  NULL,
    CHECK ((live IS NULL) = (replaced_at IS NOT NULL)),
    FOREIGN KEY (application, environment) REFERENCES application_environment (application, environment),
    UNIQUE KEY one_live_secret (application, environment, live)
);
