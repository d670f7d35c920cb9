-- Production always asks for a second person; this is the sandbox's choice.
ALTER TABLE application_environment
    ADD second_person BOOLEAN NOT NULL DEFAULT FALSE AFTER bank_portal_enabled_at;
