package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A company that can pay: an account at a bank, somebody to pay, a back end with a secret. Its rows are written as they
 * are, since who signs up and connects a bank is not measured.
 */
final class World {
    private static final String NOW = "UTC_TIMESTAMP(6)";
    private static final String PAYEE = "Harbour Logistics LLC";
    private static final String IBAN = "AE680030012312312312123";
    private static final String AMOUNT = "1250.75";
    static final String SMALL_AMOUNT = "1.10";

    private final UUID application = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final UUID destination = UUID.randomUUID();
    private final UUID secret = UUID.randomUUID();
    private final Set<UUID> ids = new HashSet<>(List.of(application, person, connection, account, destination, secret));
    private final String secretText = "bench-" + UUID.randomUUID();
    private final boolean automatic;
    private final String amount;

    private World(boolean automatic, String amount) {
        this.automatic = automatic;
        this.amount = amount;
    }

    /** Writes the rows; the tables must be there. */
    static World create(RunningStack stack, Database database) throws Exception {
        var world = new World(false, AMOUNT);
        world.connected(stack, database, SandboxAccount.open(stack, world.application, PAYEE, IBAN));
        return world;
    }

    /** A company whose payouts its default authorizer's credentials authorize, at a bank that knows everybody. */
    static World automatic(RunningStack stack, Database database) throws Exception {
        var world = new World(true, AMOUNT);
        world.connected(stack, database, new SandboxAccount("bench", "bench", "ACC-BENCH", "BEN-BENCH"));
        return world;
    }

    /** The same at the sandbox bank, which has a million on its account: enough for many small payouts. */
    static World automaticAtSandboxBank(RunningStack stack, Database database) throws Exception {
        var world = new World(true, SMALL_AMOUNT);
        world.connected(stack, database, SandboxAccount.open(stack, world.application, PAYEE, IBAN));
        return world;
    }

    private void connected(RunningStack stack, Database database, SandboxAccount bank) throws Exception {
        try (var rows = database.connectAsOwner()) {
            company(rows, stack.get("sarf.keys.hashing"));
            connect(rows, bank, stack.get("sarf.keys.encryption"));
            payee(rows, bank);
        }
    }

    /** A company with a back end and nothing else. */
    static World withoutBank(RunningStack stack, Database database) throws Exception {
        var world = new World(false, AMOUNT);
        try (var rows = database.connectAsOwner()) {
            world.company(rows, stack.get("sarf.keys.hashing"));
        }
        return world;
    }

    UUID application() {
        return application;
    }

    /** The path of its sandbox in the dashboard. */
    String sandbox() {
        return "/dashboard/" + application + "/sandbox";
    }

    UUID account() {
        return account;
    }

    UUID destination() {
        return destination;
    }

    /** Its payouts, as a table. */
    String payouts() {
        return "payout WHERE application = '" + application + "'";
    }

    /** Its payouts that wait to be authorized, as a table. */
    String waiting() {
        return payouts() + " AND status = 'AWAITING_AUTHORIZATION'";
    }

    /** Makes somebody who has signed in once a Financial Controller of it. */
    void join(Database database, String email) throws SQLException {
        var member = UUID.randomUUID();
        try (var rows = database.connectAsOwner();
                var statement = rows.prepareStatement("INSERT INTO member (id, application, person, joined_at, version)"
                        + " SELECT ?, ?, id, " + NOW + ", 0 FROM person WHERE email = ?")) {
            statement.setString(1, member.toString());
            statement.setString(2, application.toString());
            statement.setString(3, email);
            statement.executeUpdate();
            insert(rows, "member_role VALUES (?, 'FINANCIAL_CONTROLLER')", member);
        }
    }

    /** Whether an id was there before any payout. */
    boolean knows(UUID id) {
        return ids.contains(id);
    }

    private void company(Connection rows, String hashingKey) throws SQLException, GeneralSecurityException {
        insert(rows, "application (id, name, created_at) VALUES (?, 'Benchmark', " + NOW + ")", application);
        for (var environment : List.of("SANDBOX", "PRODUCTION")) {
            insert(
                    rows,
                    "application_environment (application, environment, customer, payouts_requested_at,"
                            + " payouts_enabled_at, version) VALUES (?, ?, ?, " + NOW + ", " + NOW + ", 0)",
                    application,
                    environment,
                    UUID.randomUUID());
        }
        insert(
                rows,
                "person (id, issuer, subject, email, email_verified, name, created_at, last_sign_in_at)"
                        + " VALUES (?, 'https://idp.example', ?, 'bench@people.example', TRUE, 'Bench', " + NOW + ", "
                        + NOW + ")",
                person,
                person);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(hashingKey), "HmacSHA256"));
        insert(
                rows,
                "client_secret (id, application, environment, hash, live, created_at, created_by_name)"
                        + " VALUES (?, ?, 'SANDBOX', ?, TRUE, " + NOW + ", 'Bench')",
                secret,
                application,
                mac.doFinal(("stored\0" + secretText).getBytes(StandardCharsets.UTF_8)));
    }

    private void connect(Connection rows, SandboxAccount bank, String key) throws Exception {
        var named = key.split(",", 2)[0].split(":", 2);
        insert(
                rows,
                "bank_connection (id, end_user_id, application, environment, bank, bank_user, bank_user_name,"
                        + " connected_by, connected_by_name, default_authorizer, status, credentials, credentials_key,"
                        + " connected_at, last_used_at, held_at, version) VALUES (?, ?, ?, 'SANDBOX', ?, ?, 'Bench',"
                        + " ?, 'Bench', TRUE, 'ACTIVE', ?, ?, " + NOW + ", " + NOW + ", " + NOW + ", 0)",
                connection,
                UUID.randomUUID(),
                application,
                SandboxAccount.BANK,
                "bench-" + connection,
                person,
                Vault.sealed(bank.credentials(), named[1], application + "/SANDBOX/" + connection + "/credentials"),
                named[0]);
        insert(
                rows,
                "source_account (id, application, environment, connection, bank, bank_account, name, account_number,"
                        + " iban, currency, balance, balance_at) VALUES (?, ?, 'SANDBOX', ?, ?, ?, 'Main account',"
                        + " '5591670000007838', 'AE360335591670000007838', 'AED', 1000000000, " + NOW + ")",
                account,
                application,
                connection,
                SandboxAccount.BANK,
                bank.account());
    }

    private void payee(Connection rows, SandboxAccount bank) throws SQLException {
        insert(
                rows,
                "destination (id, application, environment, name, normalised_name, display_name, iban, address, city,"
                        + " country, currency, created_by_kind, created_by_name, created_at) VALUES (?, ?, 'SANDBOX', ?,"
                        + " ?, ?, ?, 'Pier 4', 'Abu Dhabi', 'ARE', 'AED', 'SYSTEM', 'Bench', " + NOW + ")",
                destination,
                application,
                PAYEE,
                PAYEE.toLowerCase(Locale.ROOT),
                PAYEE,
                IBAN);
        var known = "id, application, environment, destination, connection, task, status, bank_id, name_check, attempt,"
                + " version";
        var values = "?, ?, 'SANDBOX', ?, ?, ?, 'ACTIVE', ?, 'MATCH', 0, 0";
        if (has(rows, "beneficiary", "bank")) {
            known += ", bank";
            values += ", '" + SandboxAccount.BANK + "'";
        }
        insert(
                rows,
                "beneficiary (" + known + ") VALUES (" + values + ")",
                UUID.randomUUID(),
                application,
                destination,
                connection,
                UUID.randomUUID(),
                bank.beneficiary());
    }

    /** A checkout that is measured beside this one may be older than a column. */
    private static boolean has(Connection rows, String table, String column) throws SQLException {
        try (var found = rows.getMetaData().getColumns(rows.getCatalog(), null, table, column)) {
            return found.next();
        }
    }

    private static void insert(Connection rows, String into, Object... values) throws SQLException {
        try (var statement = rows.prepareStatement("INSERT INTO " + into)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Its back end, with a token that is bought from the product. */
    Caller caller(StartedProduct product) throws IOException, InterruptedException {
        return Caller.withToken(product, application, secretText, payment());
    }

    private String payment() {
        return """
                {"payment_details":[{"account_id":"%s","currency":"AED","destination_details":[{\
                "payment_destination_id":"%s","amount":%s,"currency":"AED","description":"INV 2041 March",\
                "external_reference":"PO-2041","authorize_payment":%s}]}]}""".formatted(account, destination, amount, automatic);
    }
}
