package io.sarf.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan of the house. Whoever needs a new arrow draws it here first, where a reviewer sees it. */
class ArchitectureTest {
    private static final Path PLAN = Path.of("docs/architecture.md");
    private static final String BEGIN = "<!-- floors -->\n";
    private static final String END = "<!-- /floors -->";

    /** What every feature stands on. */
    private static final List<String> GROUND = List.of("mail", "web", "api", "work", "platform");

    /** Each feature and those it may import. Top floor first; a line may only name lines below it. */
    static final Map<String, Set<String>> FLOORS = new LinkedHashMap<>();

    static {
        floor("home", "destination", "connection", "invitation", "access", "team", "journal", "application");
        floor("settings", "team", "client", "journal", "application");
        floor("digest", "workqueue", "payout", "team", "journal", "application", "money");
        floor("representative", "workqueue", "quarantine", "connection", "team", "journal", "application", "bank");
        floor(
                "dispatch",
                "workqueue",
                "payout",
                "quarantine",
                "destination",
                "connection",
                "journal",
                "application",
                "bank");
        floor(
                "bulk",
                "workqueue",
                "creation",
                "payout",
                "destination",
                "connection",
                "access",
                "idempotency",
                "client",
                "journal",
                "application",
                "bank",
                "contract");
        floor(
                "ondemand",
                "review",
                "payout",
                "authorization",
                "connection",
                "access",
                "idempotency",
                "team",
                "client",
                "journal",
                "application",
                "contract");
        floor("review", "payout", "authorization", "destination", "access", "team", "application", "bank", "money");
        floor(
                "payouttab",
                "creation",
                "payout",
                "quarantine",
                "authorization",
                "destination",
                "connection",
                "access",
                "team",
                "journal",
                "application",
                "bank",
                "money");
        floor(
                "payment",
                "creation",
                "payout",
                "destination",
                "connection",
                "access",
                "idempotency",
                "client",
                "journal",
                "application",
                "bank",
                "contract");
        floor(
                "source",
                "payout",
                "customer",
                "destination",
                "connection",
                "availability",
                "access",
                "team",
                "client",
                "application",
                "bank",
                "money",
                "contract");
        floor("creation", "payout", "idempotency", "client", "journal", "application");
        floor(
                "payout",
                "workqueue",
                "authorization",
                "destination",
                "connection",
                "access",
                "team",
                "journal",
                "application",
                "bank",
                "money");
        floor("quarantine", "connection", "journal", "application", "bank");
        floor("authorization", "connection", "access", "team", "application", "bank", "money");
        floor("events", "client", "journal", "contract");
        floor("customer", "client", "journal", "application", "contract");
        floor(
                "destination",
                "workqueue",
                "connection",
                "access",
                "idempotency",
                "team",
                "client",
                "journal",
                "application",
                "bank",
                "money",
                "contract");
        floor("connection", "availability", "access", "team", "journal", "application", "bank");
        floor("availability", "journal", "application", "bank");
        floor("invitation", "workqueue", "team", "journal", "application");
        floor("membership", "team", "application");
        floor("session", "team", "application");
        floor("profile", "team", "application");
        floor("integration", "team", "client", "journal", "application", "bank");
        // Its page stands in the Integration tab, and it asks client whose a call is.
        floor("requestlog", "team", "client", "application");
        floor("webhook", "workqueue", "team", "journal", "application");
        floor("activity", "workqueue", "team", "journal", "application", "bank", "money");
        floor("notice", "workqueue", "team", "journal", "application", "bank");
        floor("access", "team", "client", "journal", "application");
        floor("idempotency", "application");
        floor("team", "journal", "application");
        floor("client", "journal", "application");
        floor("workqueue", "journal", "application");
        floor("journal", "application");
        floor("application");
        floor("bank");
        floor("money");
        floor("contract");
        ground("mail", "web", "api", "work", "platform");
        ground("web", "api", "work", "platform");
        ground("api", "work", "platform");
        ground("work", "platform");
        ground("platform");
    }

    /** Each may import the ground, too. */
    private static void floor(String feature, String... below) {
        ground(feature, Stream.concat(Stream.of(below), GROUND.stream()).toArray(String[]::new));
    }

    private static void ground(String feature, String... below) {
        FLOORS.put(feature, new TreeSet<>(List.of(below)));
    }

    /** The product as it stands. */
    static final House HOUSE = new House(
            new ClassFileImporter().importPath(Path.of("target/classes/io/sarf")),
            Path.of("src/main/java"),
            FLOORS,
            kept());

    @ParameterizedTest
    @EnumSource
    void the_house_keeps_the_rule(HouseRule rule) throws IOException {
        var faults = rule.faults(HOUSE);

        if (rule == HouseRule.THE_PLAN_IN_THE_DOCS_IS_THE_ONE_THAT_IS_KEPT && !faults.isEmpty()) {
            Files.writeString(PLAN, page().replace(HOUSE.kept(), HOUSE.plan()));
        }
        assertThat(faults).as(rule.toString()).isEmpty();
    }

    private static String kept() {
        var page = page();
        return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    }

    private static String page() {
        try {
            return Files.readString(PLAN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
