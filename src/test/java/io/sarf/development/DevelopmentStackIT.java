package io.sarf.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.testing.Mailbox;
import io.sarf.testing.StackResource;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stack by itself, in a folder of its own because it is stopped at the end. */
class DevelopmentStackIT {

    private static final String FOLDER = "target/stack-alone";

    private static RunningStack stack;

    /** The start before it fails half-way: its database cannot be opened, while the other servers come up. */
    @BeforeAll
    static void a_start_that_fails_leaves_no_server_and_the_next_one_begins_with_nothing() throws Exception {
        StateFolder.delete(Path.of(FOLDER));
        Files.createDirectories(Path.of(FOLDER, "mariadb"));
        Path here = Path.of("").toAbsolutePath();
        assertThatThrownBy(() -> RunningStack.reuseOrStart(here, here.resolve(FOLDER), false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("MariaDB ended with");
        assertThat(Path.of(FOLDER, "logs", "keycloak.log")).exists();
        assertThat(running(here.resolve(FOLDER))).isEmpty();

        stack = StackResource.stack(FOLDER);
    }

    private static List<String> running(Path folder) {
        try (var all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::info)
                    .flatMap(info -> info.commandLine().stream())
                    .filter(line -> line.contains(folder.toString()))
                    .toList();
        }
    }

    @AfterAll
    static void nothing_is_left_when_it_has_stopped() throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        stack.children().values().forEach(pid -> ProcessHandle.of(pid).ifPresent(processes::add));
        ProcessHandle.of(Long.parseLong(stack.get("stack.pid"))).ifPresent(processes::add);
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3).allMatch(ProcessHandle::isAlive);

        stack.stop();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Path.of(FOLDER, "stack.properties")).doesNotExist();
        assertThat(Path.of(FOLDER, "children")).doesNotExist();
    }

    @Test
    void the_products_account_may_not_even_enter_its_database() {
        assertThatThrownBy(() -> connect("sarf", "sarf").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void the_owner_creates_tables_and_lets_the_products_account_use_them() throws Exception {
        try (Connection owner = connect("sarf", "sarf_owner");
                var statement = owner.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE trial (id INT PRIMARY KEY)");
            statement.execute("GRANT SELECT, INSERT ON trial TO sarf");
            try (Connection product = connect("sarf", "sarf");
                    var use = product.createStatement()) {
                assertThat(use.executeUpdate("INSERT INTO trial VALUES (1)")).isEqualTo(1);
                assertThatThrownBy(() -> use.executeUpdate("DELETE FROM trial"))
                        .hasMessageContaining("DELETE command denied");
                assertThatThrownBy(() -> use.execute("CREATE TABLE other (id INT)"))
                        .hasMessageContaining("CREATE command denied");
            }
            statement.execute("REVOKE ALL ON trial FROM sarf");
            statement.execute("DROP TABLE trial");
        }
    }

    @Test
    void the_owner_stays_in_its_own_database() {
        assertThatThrownBy(() -> connect("sandbox_bank", "sarf_owner").close()).hasMessageContaining("Access denied");
        assertThatThrownBy(() -> connect("mysql", "sarf_owner").close()).hasMessageContaining("Access denied");
    }

    @Test
    void the_sandbox_bank_has_a_database_and_no_other() throws Exception {
        try (Connection bank = connect("sandbox_bank", "sandbox_bank");
                var statement = bank.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE trial (id INT PRIMARY KEY)");
            statement.execute("DROP TABLE trial");
        }
        assertThatThrownBy(() -> connect("sarf", "sandbox_bank").close()).hasMessageContaining("Access denied");
    }

    @Test
    void nobody_is_root_without_a_password_or_over_the_network() {
        for (String password : List.of("", stack.get("stack.mariadb.root.password"))) {
            assertThatThrownBy(() -> DriverManager.getConnection(url("mysql"), "root", password)
                            .close())
                    .hasMessageContaining("Access denied");
        }
    }

    @Test
    void the_database_keeps_utc_and_flushes_each_commit() throws Exception {
        try (Connection owner = connect("sarf", "sarf_owner");
                var statement = owner.createStatement();
                var row = statement.executeQuery("SELECT @@global.time_zone, @@innodb_flush_log_at_trx_commit,"
                        + " @@character_set_database, @@bind_address")) {
            assertThat(row.next()).isTrue();
            assertThat(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                    .containsExactly("+00:00", "1", "utf8mb4", "127.0.0.1");
        }
    }

    @Test
    void the_identity_provider_says_where_its_endpoints_are() throws Exception {
        String issuer = stack.get("quarkus.oidc.auth-server-url");
        var answer = get(issuer + "/.well-known/openid-configuration");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"issuer\":\"" + issuer + "\"").contains("\"S256\"");
    }

    @Test
    void a_mail_is_caught_and_shown_without_its_markup_running() throws Exception {
        send("somebody@people.example", "Hello <b>", "See <script>x</script> https://example.test/a?b=c&d=e");

        var message = new Mailbox(stack).await("somebody@people.example", "Hello");
        assertThat(message.links()).containsExactly("https://example.test/a?b=c&d=e");
        assertThat(get(stack.get("stack.mailbox.url") + "/").body())
                .contains("Hello &lt;b&gt;")
                .contains("<a href=\"https://example.test/a?b=c&amp;d=e\"")
                .doesNotContain("<script>");
    }

    @Test
    void coordinates_are_for_their_owner_alone() throws IOException {
        for (String file : List.of("stack.properties", "kept.properties", "children")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(FOLDER, file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_start_finds_the_first() {
        assertThat(StackResource.stack(FOLDER).get("stack.pid")).isEqualTo(stack.get("stack.pid"));
    }

    private static String url(String database) {
        return stack.get("quarkus.datasource.jdbc.url").replace("/sarf", "/" + database);
    }

    private static Connection connect(String database, String account) throws SQLException {
        String password = switch (account) {
            case "sarf" -> stack.get("quarkus.datasource.password");
            case "sarf_owner" -> stack.get("quarkus.flyway.password");
            default -> stack.get("stack.sandbox-bank.password");
        };
        return DriverManager.getConnection(url(database), account, password);
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void send(String to, String subject, String text) throws Exception {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", stack.get("quarkus.mailer.host"));
        smtp.setProperty("mail.smtp.port", stack.get("quarkus.mailer.port"));
        MimeMessage message = new MimeMessage(Session.getInstance(smtp));
        message.setFrom("product@sarf.example");
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }
}
