-- Only payouts are authorized: the column had one value.
ALTER TABLE authorization_subject DROP COLUMN kind;
