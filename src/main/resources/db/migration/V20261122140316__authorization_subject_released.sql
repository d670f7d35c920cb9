ALTER TABLE authorization_subject
    MODIFY result VARCHAR(10) NULL
        CHECK (result IN ('ACCEPTED', 'PENDING', 'REFUSED', 'REJECTED', 'RELEASED', 'UNKNOWN'));
