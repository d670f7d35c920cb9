CREATE TABLE journal_search (
    application UUID                                    NOT NULL,
    environment VARCHAR(10) COLLATE utf8mb4_nopad_bin   NOT NULL,
    facet       VARCHAR(110) COLLATE utf8mb4_nopad_bin  NOT NULL,
    entry       UUID                                    NOT NULL,
    PRIMARY KEY (application, environment, facet, entry)
);
