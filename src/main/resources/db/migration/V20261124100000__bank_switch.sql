CREATE TABLE bank_switch (
    id          UUID        NOT NULL PRIMARY KEY,
    application UUID        NOT NULL REFERENCES application (id),
    environment VARCHAR(10) NOT NULL,
    bank        VARCHAR(40) NOT NULL,
    turned_on   BOOLEAN     NOT NULL,
    version     BIGINT      NOT NULL,
    UNIQUE KEY one_switch_per_bank (application, environment, bank)
);
