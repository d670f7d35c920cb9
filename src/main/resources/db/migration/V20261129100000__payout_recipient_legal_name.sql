ALTER TABLE payout
    ADD recipient_legal_name VARCHAR(140) NOT NULL DEFAULT '' AFTER destination;
