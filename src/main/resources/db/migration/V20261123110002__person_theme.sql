ALTER TABLE person
    ADD theme VARCHAR(8) NULL CHECK (theme IN ('AUTO', 'LIGHT', 'DARK'));
