ALTER TABLE person
    ADD language VARCHAR(8) NULL CHECK (language IN ('en', 'ar'));
