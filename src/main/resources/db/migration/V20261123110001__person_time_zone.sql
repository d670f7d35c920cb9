ALTER TABLE person
    ADD time_zone VARCHAR(64) NULL;
