ALTER TABLE invitation_mail
    ADD application UUID NULL AFTER id;
