-- Whether a payee was ever paid is known from one row, also where thousands of payments to them have failed; and payments to
-- one payee are counted without reading them.
ALTER TABLE payout
    ADD KEY payout_paid (destination, status, outcome),
    DROP KEY payout_of_destination,
    ADD KEY payout_of_destination (destination, application, environment, created_at);
