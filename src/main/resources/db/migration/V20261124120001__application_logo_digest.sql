ALTER TABLE application
    ADD logo VARCHAR(64) NULL;
