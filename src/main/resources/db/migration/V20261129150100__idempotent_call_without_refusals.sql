-- Refusals that state had decided were stored too, and would be given again. Those that a body decides come out the same anew.
DELETE FROM idempotent_call WHERE status >= 400;
