ALTER TABLE application_environment
    ADD COLUMN on_demand_enabled_at DATETIME(6) NULL AFTER payouts_enabled_at;
