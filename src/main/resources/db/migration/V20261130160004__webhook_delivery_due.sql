-- What failed too often is looked for among all that is due.
ALTER TABLE webhook_delivery
    ADD KEY webhook_delivery_due (due_at);
