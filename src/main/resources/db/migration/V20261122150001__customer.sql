CREATE TABLE customer (
    id          UUID         NOT NULL PRIMARY KEY,
    application UUID         NOT NULL,
    environment VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    app_user_id VARCHAR(255) COLLATE utf8mb4_nopad_bin NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    FOREIGN KEY (application, environment) REFERENCES application_environment (application, environment),
    UNIQUE KEY one_customer_of_that_name (application, environment, app_user_id),
    KEY customer_oldest (application, environment, created_at, id)
);
