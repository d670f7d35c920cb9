CREATE TABLE authorization_subject (
    authorization UUID           NOT NULL REFERENCES authorization (id),
    subject       UUID           NOT NULL,
    kind          VARCHAR(20)    NOT NULL,
    reference     CHAR(30)       NOT NULL,
    title         VARCHAR(140)   NOT NULL,
    iban          VARCHAR(34)    NOT NULL,
    amount        DECIMAL(19, 4) NOT NULL,
    currency      CHAR(3)        NOT NULL,
    result        VARCHAR(10)    NULL
        CHECK (result IN ('ACCEPTED', 'PENDING', 'REFUSED', 'REJECTED', 'UNKNOWN')),
    message       VARCHAR(300)   NULL,
    PRIMARY KEY (authorization, subject)
);
