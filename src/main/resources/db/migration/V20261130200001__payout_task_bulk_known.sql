UPDATE payout_task t
    JOIN payout p ON p.id = t.id
SET t.bulk = TRUE
WHERE p.bulk IS NOT NULL;
