ALTER TABLE destination
    ADD COLUMN branch_address VARCHAR(200) NULL AFTER bank_identifier,
    ADD COLUMN postal_code    VARCHAR(20)  NULL AFTER branch_address,
    ADD COLUMN ifsc           VARCHAR(20)  NULL AFTER postal_code,
    ADD COLUMN sort_code      VARCHAR(20)  NULL AFTER ifsc,
    ADD COLUMN routing_number VARCHAR(20)  NULL AFTER sort_code,
    ADD COLUMN transit_code   VARCHAR(20)  NULL AFTER routing_number;
