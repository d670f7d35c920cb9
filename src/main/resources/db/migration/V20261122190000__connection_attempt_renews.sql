ALTER TABLE connection_attempt
    ADD COLUMN renews UUID NULL REFERENCES bank_connection (id) AFTER person;
