ALTER TABLE authorization_subject
    ADD alias VARCHAR(140) NOT NULL DEFAULT '' AFTER title;
