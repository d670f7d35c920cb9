-- Of payouts made before, the journal says who prepared them.
INSERT INTO payout_preparer (payout, person, deed, application, environment, at)
SELECT p.id, CAST(e.actor AS UUID), IF(e.type = 'payout.created', 'CREATED', 'NAME_ACCEPTED'), p.application, p.environment,
       MIN(e.occurred_at)
FROM payout p
         JOIN journal_entry e ON e.subject = p.id
WHERE e.actor_kind = 'PERSON' AND e.type IN ('payout.created', 'payout.name_accepted')
GROUP BY p.id, e.actor, e.type;
