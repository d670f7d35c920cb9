ALTER TABLE bank_connection
    ADD COLUMN payment_source UUID NULL AFTER default_authorizer;
