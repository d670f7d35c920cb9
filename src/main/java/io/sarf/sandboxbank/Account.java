package io.sarf.sandboxbank;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

record Account(String id, String name, String accountNumber, String iban, Money balance) {
    static final String COLUMNS = "id, name, account_number, iban, currency, balance";

    static Account from(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("account_number"),
                row.getString("iban"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("balance")));
    }

    String currency() {
        return balance.getCurrencyUnit().getCode();
    }

    BigDecimal amount() {
        return balance.getAmount();
    }
}
