package io.sarf.development;

import java.io.IOException;
import java.util.Properties;

/** The stack's settings under the product's own keys, and those for its developers. */
record Coordinates(
        StoredSettings stored,
        MailCatcher mails,
        MailboxPage mailbox,
        MariaDb database,
        Keycloak keycloak,
        SandboxBankProcess bank) {

    static final String OWN = "stack.";
    static final String PID = "stack.pid";
    static final String SINCE = "stack.since";
    static final String WATCHED = "stack.watched.pid";
    static final String WATCHED_SINCE = "stack.watched.since";
    static final String CLASSES = "stack.classes";

    Properties properties(Children children, ProcessHandle watched) throws IOException {
        Properties all = new Properties();
        product(all);
        all.setProperty(PID, String.valueOf(ProcessHandle.current().pid()));
        all.setProperty(SINCE, String.valueOf(Children.since(ProcessHandle.current())));
        all.setProperty(WATCHED, String.valueOf(watched.pid()));
        all.setProperty(WATCHED_SINCE, String.valueOf(Children.since(watched)));
        all.setProperty(CLASSES, System.getProperty(CLASSES, ""));
        all.setProperty("stack.mailbox.url", mailbox.url());
        all.setProperty("stack.representative.email", Keycloak.REPRESENTATIVE);
        all.setProperty("stack.representative.password", keycloak.representativePassword());
        all.setProperty("stack.keycloak.admin.user", "admin");
        all.setProperty("stack.keycloak.admin.password", keycloak.adminPassword());
        all.setProperty("stack.mariadb.root.password", database.password("root"));
        all.setProperty("stack.sandbox-bank.jdbc.url", database.url("sandbox_bank"));
        all.setProperty("stack.sandbox-bank.username", "sandbox_bank");
        all.setProperty("stack.sandbox-bank.password", database.password("sandbox_bank"));
        children.pids().forEach((name, pid) -> all.setProperty("stack.child." + name, String.valueOf(pid)));
        return all;
    }

    private void product(Properties all) throws IOException {
        all.setProperty("quarkus.datasource.jdbc.url", database.url("sarf"));
        all.setProperty("quarkus.datasource.username", "sarf");
        all.setProperty("quarkus.datasource.password", database.password("sarf"));
        all.setProperty("quarkus.flyway.username", "sarf_owner");
        all.setProperty("quarkus.flyway.password", database.password("sarf_owner"));
        all.setProperty("quarkus.oidc.auth-server-url", keycloak.issuer());
        all.setProperty("quarkus.oidc.client-id", Keycloak.CLIENT);
        all.setProperty("quarkus.oidc.credentials.secret", keycloak.clientSecret());
        all.setProperty("quarkus.oidc.authentication.state-secret", stored.password("oidc.state-secret"));
        all.setProperty("quarkus.mailer.host", MailCatcher.HOST);
        all.setProperty("quarkus.mailer.port", String.valueOf(mails.port()));
        // By default Quarkus mocks the mailer in development and tests.
        all.setProperty("quarkus.mailer.mock", "false");
        all.setProperty("sarf.bank.sandbox.url", bank.url());
        all.setProperty("sarf.bank.sandbox.key", bank.key());
        all.setProperty(OWN + "sandbox-bank.admin-key", bank.adminKey());
        all.setProperty("sarf.keys.encryption", "development:" + stored.key("keys.encryption"));
        all.setProperty("sarf.keys.hashing", stored.key("keys.hashing"));
    }
}
