CREATE TABLE on_demand_payout (
    authorization UUID         NOT NULL REFERENCES on_demand_authorization (id),
    place         INT          NOT NULL CHECK (place >= 0),
    payout        UUID         NOT NULL REFERENCES payout (id),
    revision      BIGINT       NOT NULL,
    refusal       VARCHAR(300) NULL,
    PRIMARY KEY (authorization, place),
    UNIQUE KEY each_once (authorization, payout)
);
