ALTER TABLE beneficiary
    ALTER bank DROP DEFAULT,
    DROP KEY beneficiary_due,
    ADD KEY beneficiary_share (bank, application, due_at);
