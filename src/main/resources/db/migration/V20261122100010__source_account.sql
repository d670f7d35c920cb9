CREATE TABLE source_account (
    id             UUID           NOT NULL PRIMARY KEY,
    application    UUID           NOT NULL REFERENCES application (id),
    environment    VARCHAR(10)    NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    connection     UUID           NOT NULL REFERENCES bank_connection (id),
    bank           VARCHAR(40)    NOT NULL,
    bank_account   VARCHAR(100)   NOT NULL,
    name           VARCHAR(140)   NOT NULL,
    account_number VARCHAR(40)    NOT NULL,
    iban           VARCHAR(34)    NOT NULL,
    currency       CHAR(3)        NOT NULL,
    balance        DECIMAL(19, 4) NOT NULL,
    balance_at     DATETIME(6)    NOT NULL,
    UNIQUE KEY source_account_once (application, environment, bank, bank_account),
    KEY source_account_of_connection (connection)
);
