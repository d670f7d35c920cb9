package io.sarf.sandboxbank;

import java.sql.ResultSet;
import java.sql.SQLException;

/** @param held reserved by the product to authorize without a person */
record BankUser(
        String id,
        SimulatedBank bank,
        String company,
        String application,
        String userName,
        String password,
        String displayName,
        TestUserKind kind,
        boolean authorizer,
        boolean otpAtConnect,
        boolean locked,
        boolean passwordExpired,
        boolean sessionExpired,
        boolean held) {

    static final String SELECT = "select u.*, c.application from bank_user u join company c on c.id = u.company"
            + " where not u.deleted and ";

    static BankUser from(ResultSet row) throws SQLException {
        return new BankUser(
                row.getString("id"),
                SimulatedBank.valueOf(row.getString("bank")),
                row.getString("company"),
                row.getString("application"),
                row.getString("user_name"),
                row.getString("password"),
                row.getString("display_name"),
                TestUserKind.valueOf(row.getString("kind")),
                row.getBoolean("authorizer"),
                row.getBoolean("otp_at_connect"),
                row.getBoolean("locked"),
                row.getBoolean("password_expired"),
                row.getBoolean("session_expired"),
                row.getBoolean("held"));
    }
}
