ALTER TABLE invitation_mail
    MODIFY application UUID NOT NULL,
    ADD CONSTRAINT invitation_mail_application FOREIGN KEY (application) REFERENCES application (id),
    ADD KEY invitation_mail_share (application, due_at);
