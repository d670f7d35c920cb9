-- Refusals that state had decided were stored too, and would be replayed. What the body alone decides is decided the same again.
DELETE FROM idempotent_call WHERE status >= 400;
