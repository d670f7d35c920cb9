CREATE TABLE on_demand_authorization (
    id           UUID        NOT NULL PRIMARY KEY,
    application  UUID        NOT NULL REFERENCES application (id),
    environment  VARCHAR(10) NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    created_at   DATETIME(6) NOT NULL
);
