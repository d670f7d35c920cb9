-- The people who prepared a payout: with a second person asked for, none of them lets it go.
CREATE TABLE payout_preparer (
    payout      UUID        NOT NULL REFERENCES payout (id),
    person      UUID        NOT NULL REFERENCES person (id),
    deed        VARCHAR(20) NOT NULL CHECK (deed IN ('CREATED', 'NAME_ACCEPTED', 'PAYEE_EDITED')),
    application UUID        NOT NULL,
    environment VARCHAR(10) NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (payout, person, deed)
);
