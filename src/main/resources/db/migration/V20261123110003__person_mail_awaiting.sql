ALTER TABLE person
    ADD mail_awaiting VARCHAR(16) NULL CHECK (mail_awaiting IN ('AT_ONCE', 'DAILY', 'OFF'));
