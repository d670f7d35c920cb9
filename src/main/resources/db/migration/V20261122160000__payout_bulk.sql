ALTER TABLE payout
    ADD COLUMN bulk     UUID NULL AFTER task,
    ADD COLUMN bulk_row INT  NULL CHECK (bulk_row >= 0) AFTER bulk,
    ADD CONSTRAINT payout_of_bulk UNIQUE (bulk, bulk_row),
    ADD CONSTRAINT bulk_with_row CHECK ((bulk IS NULL) = (bulk_row IS NULL));
