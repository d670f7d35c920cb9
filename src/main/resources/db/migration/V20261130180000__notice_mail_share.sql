ALTER TABLE notice_mail
    ADD KEY notice_mail_share (application, due_at);
