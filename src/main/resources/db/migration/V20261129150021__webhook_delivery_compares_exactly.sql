ALTER TABLE webhook_delivery
    MODIFY event_type VARCHAR(60) COLLATE utf8mb4_nopad_bin NOT NULL;
