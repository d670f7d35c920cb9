ALTER TABLE beneficiary
    ALTER bank DROP DEFAULT,
    ADD KEY beneficiary_share (bank, application, due_at);
