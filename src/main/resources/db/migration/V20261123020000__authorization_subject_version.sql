ALTER TABLE authorization_subject
    ADD version BIGINT NOT NULL DEFAULT 0 AFTER kind;
