ALTER TABLE bank_connection
    ADD COLUMN removed_at DATETIME(6) NULL AFTER held_at,
    ADD COLUMN live BOOLEAN AS (IF(status = 'REMOVED', NULL, TRUE)) PERSISTENT AFTER removed_at,
    DROP KEY one_connection_per_bank_user,
    DROP KEY one_connection_per_person,
    ADD UNIQUE KEY one_connection_per_bank_user (environment, bank, bank_user, live),
    ADD UNIQUE KEY one_connection_per_person (application, environment, bank, connected_by, live),
    ADD CONSTRAINT removed_with_time CHECK ((status = 'REMOVED') = (removed_at IS NOT NULL));
