package io.sarf.payouts.endpoints;

import static io.restassured.RestAssured.given;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.SavedSelections;
import io.sarf.payouts.authorization.SelectingPeople;
import io.sarf.payouts.bank.sandbox.Sandbox;
import io.sarf.payouts.client.ClientSecrets;
import io.sarf.payouts.customer.NamedCustomers;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.team.Grants;
import io.sarf.testing.Accounts;
import io.sarf.testing.Mailbox;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Two companies that live in the same product, made the way people make theirs: by posting forms. */
@Singleton
class Companies {
    static final String UAE = "SANDBOX_SME_UAE";
    static final String KSA = "SANDBOX_SME_KSA";

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    private final Sandbox sandbox;
    private final ClientSecrets secrets;
    private final NamedCustomers customers;
    private final SelectingPeople selecting;
    private final DataSource database;
    private final Accounts accounts = new Accounts(StackResource.stack());
    private final Mailbox mailbox = new Mailbox(StackResource.stack());
    private final Map<String, Company> made = new LinkedHashMap<>();
    private Visitor representative;

    Companies(
            Sandbox sandbox,
            ClientSecrets secrets,
            NamedCustomers customers,
            SelectingPeople selecting,
            DataSource database) {
        this.sandbox = sandbox;
        this.secrets = secrets;
        this.customers = customers;
        this.selecting = selecting;
        this.database = database;
    }

    /** The company that owns a row of every kind; payouts are enabled in both environments. */
    Company northwind() {
        return made.computeIfAbsent("Northwind Trading", this::furnished);
    }

    /** Another company; payouts is enabled in its sandbox only. */
    Company elsewhere() {
        return made.computeIfAbsent("Elsewhere", name -> {
            var company = founded(name);
            enable(company, Environment.SANDBOX);
            optIn(company.founder(), company);
            connect(company.founder(), company, UAE, "AUTHORIZER", true);
            return company;
        });
    }

    Company furnished(String name) {
        var company = founded(name);
        enable(company, Environment.SANDBOX);
        enable(company, Environment.PRODUCTION);
        optIn(company.founder(), company);
        var rows = new SampleRows(company, this);
        rows.people();
        rows.rows();
        return company;
    }

    Visitor representative() {
        if (representative == null) {
            representative = Visitor.signedIn(Person.representative(StackResource.stack()), "the representative");
        }
        return representative;
    }

    /** Somebody with an account who belongs to nothing yet. */
    Visitor newcomer(Person person, String what) {
        accounts.open(person);
        return Visitor.signedIn(person, what);
    }

    /** Somebody who was signed in until just now. */
    Visitor late() {
        var person = Person.named("Salma", "Aziz");
        var visitor = newcomer(person, "somebody whose session has run out");
        update(
                "update session set expires_at = started_at where person = (select id from person where email = ?)",
                person.email());
        return visitor;
    }

    /** With nobody but its founder in it, and nothing enabled. */
    Company founded(String name) {
        var person = Person.named("Amal", "Haddad");
        var founder = newcomer(person, "the founder of " + name);
        var founded = founder.post("/dashboard/applications", "name", name);
        var company = new Company(founded.location().replaceAll(".*/dashboard/([^/]+)/.*", "$1"), founder);
        var session = "select s.id from session s join person p on p.id = s.person where p.email = ?";
        company.row("sessions", value(session, person.email()).orElseThrow());
        return company;
    }

    private void enable(Company company, Environment environment) {
        require(
                company.founder()
                        .post(company.sandbox().replace("sandbox", environment.path()) + "/payouts/access-requests"),
                303);
        for (var feature : List.of("payouts", "on-demand")) {
            require(
                    representative()
                            .post(
                                    "/representative/applications/" + company.application() + "/" + environment.path()
                                            + "/" + feature,
                                    "reason",
                                    "Contract signed"),
                    303);
        }
    }

    void optIn(Visitor person, Company company) {
        var terms = person.get(company.sandbox() + "/payouts/access").body();
        var version = VERSION.matcher(terms);
        if (!version.find()) {
            throw new AssertionError("The terms show no version:\n" + terms);
        }
        var fields = new String[] {"version", version.group(1), "accepted", "true"};
        require(person.post(company.sandbox() + "/payouts/opt-in", fields), 303);
    }

    Visitor.Answer connect(Visitor person, Company company, String bank, String kind, boolean asDefault) {
        var application = UUID.fromString(company.application());
        var user = sandbox.add(application, "Sandbox company", bank, kind).orElseThrow();
        return require(
                person.post(
                        company.sandbox() + "/connections/new/" + bank,
                        "user_name",
                        user.userName(),
                        "password",
                        user.password(),
                        "as_default",
                        Boolean.toString(asDefault),
                        "understood",
                        "true"),
                303);
    }

    /** The id of a test user nobody connects. */
    String testUser(Company company) {
        return sandbox.open(UUID.fromString(company.application()), "Sandbox company").orElseThrow().stream()
                .filter(user -> user.kind().equals("MAKER"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Invites and comes in by the link of the mail. */
    Company.Colleague join(Company company, String what, Grants grants) {
        var person = Person.named("Basma", "Nasser");
        invite(company, person.email(), grants);
        var visitor = newcomer(person, what);
        require(visitor.post(link(person.email()) + "/acceptance"), 303);
        return new Company.Colleague(visitor, grants, member(company, person.email()));
    }

    private String member(Company company, String email) {
        return value(
                        "select m.id from member m join person p on p.id = m.person"
                                + " where m.application = ? and p.email = ?",
                        company.application(),
                        email)
                .orElseThrow();
    }

    String invite(Company company, String email, Grants grants) {
        var fields = new ArrayList<>(List.of("id", UUID.randomUUID().toString(), "email", email));
        grants.names().forEach(name -> fields.addAll(List.of("roles", name)));
        require(company.founder().post(company.sandbox() + "/team/invitations", fields.toArray(String[]::new)), 303);
        return value("select id from invitation where application = ? and email = ?", company.application(), email)
                .orElseThrow();
    }

    /** The path of the link that was mailed. */
    String link(String email) {
        return mailbox.await(email, "invites you").links().get(0).replaceAll("https?://[^/]+", "");
    }

    private void update(String statement, String value) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, value);
            if (prepared.executeUpdate() != 1) {
                throw new AssertionError("Not one row: " + statement);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** One value of the product's database; empty while there is no such row, or it has none. */
    Optional<String> value(String query, String... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    /** A row that no page makes. */
    void insert(String statement, String... values) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(statement)) {
            for (var i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    /** A new client secret; the one before it is dead. */
    String secret(Company company, Environment environment) {
        return secrets.create(new Scope(ApplicationId.fromString(company.application()), environment), Actor.SYSTEM);
    }

    /** A token for a new secret; those of the secret before die. */
    String token(Company company, Environment environment, String scope) {
        return given().formParam("client_id", company.application())
                .formParam("client_secret", secret(company, environment))
                .formParam("grant_type", "client_credentials")
                .formParam("scope", scope)
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** The name of a customer the company's back end has named. */
    String customer(Company company, String name) {
        customers.add(new Scope(ApplicationId.fromString(company.application()), Environment.SANDBOX), name);
        return name;
    }

    /** A selection that waits for a fresh sign-in of whoever began this authorization. */
    String select(SavedSelections.Review review, String authorization, String pick) {
        return selecting.select(review, authorization, pick);
    }

    static Visitor.Answer require(Visitor.Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(status + " expected, not " + answer.status() + ":\n" + answer.body());
        }
        return answer;
    }
}
