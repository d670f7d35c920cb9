ALTER TABLE application_environment
    ADD COLUMN bank_portal_enabled_at DATETIME(6) NULL AFTER on_demand_enabled_at;
