ALTER TABLE source_account
    ADD INDEX source_account_at_bank (bank, bank_account);
