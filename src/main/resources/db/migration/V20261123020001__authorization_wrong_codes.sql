ALTER TABLE authorization
    ADD wrong_codes INT NOT NULL DEFAULT 0 AFTER attempts_left;
