UPDATE beneficiary b
    JOIN bank_connection c ON c.id = b.connection
SET b.bank = c.bank;
