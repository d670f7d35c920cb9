-- The list by state is read in order, and sums read the few that are open or ended lately, whatever else there is.
ALTER TABLE payout
    ADD KEY payout_by_state (application, environment, status, outcome, created_at, id, currency, amount),
    ADD KEY payout_by_update (application, environment, updated_at, status, outcome, currency, amount),
    DROP KEY payout_by_status;
