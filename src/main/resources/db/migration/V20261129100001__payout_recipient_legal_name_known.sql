UPDATE payout p JOIN destination d ON d.id = p.destination
SET p.recipient_legal_name = d.name;
