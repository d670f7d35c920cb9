CREATE TABLE signing_key (
    number          INT             NOT NULL PRIMARY KEY,
    kid             UUID            NOT NULL UNIQUE,
    public_key      VARBINARY(1000) NOT NULL,
    private_key     VARBINARY(4000) NOT NULL,
    private_key_key VARCHAR(40)     NOT NULL,
    published_at    DATETIME(6)     NOT NULL,
    active_from     DATETIME(6)     NOT NULL,
    retired_at      DATETIME(6)     NULL,
    CHECK (active_from >= published_at)
);
