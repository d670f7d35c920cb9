CREATE TABLE application_logo (
    application UUID       NOT NULL PRIMARY KEY REFERENCES application (id),
    picture     MEDIUMBLOB NOT NULL,
    version     BIGINT     NOT NULL
);
