ALTER TABLE webhook_delivery
    RENAME KEY webhook_delivery_due TO webhook_delivery_share;
