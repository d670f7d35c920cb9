package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.StackResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of {@code docs/access.md}: a row for each route, a column for each caller, and the answer that was really given.
 * A test class owns a part, adds the answers of its calls and compares at its end.
 */
final class AccessTables {
    private static final Path PAGE = Path.of("docs/access.md");
    private static final String UNTRIED = "–";
    private static final Pattern APPLICATION = Pattern.compile("^/dashboard/[0-9a-f-]{36}/(sandbox|production)");

    /** An id, or the token of a link. */
    private static final Pattern ID = Pattern.compile("(?<=/)[A-Za-z0-9_-]{36,}");

    /** @param callers the columns, in this order */
    record Table(String title, Predicate<Route> rows, List<String> callers) {
        List<Route> routes() {
            return Routes.all().stream().filter(rows).toList();
        }
    }

    private final String part;
    private final List<Table> tables;

    /** What each caller got from each route. */
    private final Map<String, Map<String, String>> answers = new TreeMap<>();

    /** @param part the name of the markers around these tables */
    AccessTables(String part, Table... tables) {
        this.part = part;
        this.tables = List.of(tables);
    }

    void add(String caller, Map<Route, Visitor.Answer> given) {
        var column = answers.computeIfAbsent(caller, name -> new TreeMap<>());
        given.forEach((route, answer) -> column.put(route.name(), text(answer)));
    }

    /** Writes the page when it is not what was seen, and fails once; the page stays when a caller has not been tried. */
    void compare() throws IOException {
        assertThat(tables.stream().flatMap(this::gaps))
                .as("the page is compared when the whole class has run, and each caller has a column")
                .isEmpty();
        var begin = "<!-- " + part + " -->\n";
        var page = Files.readString(PAGE);
        var printed = page.substring(0, page.indexOf(begin) + begin.length())
                + tables.stream().map(this::printed).collect(Collectors.joining("\n"))
                + page.substring(page.indexOf("<!-- /" + part + " -->"));

        if (!page.equals(printed)) {
            Files.writeString(PAGE, printed);
        }
        var before = page.lines().toList();
        assertThat(printed.lines().filter(line -> !before.contains(line)))
                .as("%s was out of date and is now written again: look at the difference", PAGE)
                .isEmpty();
        assertThat(page).isEqualTo(printed);
    }

    private Stream<String> gaps(Table table) {
        var routes = table.routes();
        var gaps = new ArrayList<String>();
        for (var caller : table.callers()) {
            if (routes.stream().allMatch(route -> answer(caller, route).equals(UNTRIED))) {
                gaps.add(table.title() + " were not tried as " + caller);
            }
        }
        for (var route : routes) {
            if (table.callers().stream()
                    .allMatch(caller -> answer(caller, route).equals(UNTRIED))) {
                gaps.add(route + " was not tried");
            }
            answers.keySet().stream()
                    .filter(caller -> !table.callers().contains(caller)
                            && !answer(caller, route).equals(UNTRIED))
                    .forEach(caller -> gaps.add(route + " was tried as " + caller + ", who has no column"));
        }
        return gaps.stream();
    }

    private String printed(Table table) {
        var rows = new StringBuilder("### ").append(table.title()).append("\n\n");
        rows.append("| | ").append(String.join(" | ", table.callers())).append(" |\n");
        rows.append("| --- |").append(" --- |".repeat(table.callers().size())).append('\n');
        for (var route : table.routes()) {
            rows.append("| ").append(label(route)).append(" | ");
            rows.append(table.callers().stream()
                    .map(caller -> answer(caller, route))
                    .collect(Collectors.joining(" | ")));
            rows.append(" |\n");
        }
        return rows.toString();
    }

    /** An operation with the scope that it asks for. */
    private static String label(Route route) {
        var name = "`" + route.plainName().replace(Route.IN_APPLICATION, "…") + "`";
        return route.api() && !route.scope().isEmpty() ? name + " `" + route.scope() + "`" : name;
    }

    private String answer(String caller, Route route) {
        return answers.getOrDefault(caller, Map.of()).getOrDefault(route.name(), UNTRIED);
    }

    /** The status and where it leads, without what differs in each run. */
    private static String text(Visitor.Answer answer) {
        if (answer.location().isEmpty()) {
            return String.valueOf(answer.status());
        }
        var provider = StackResource.stack().get("quarkus.oidc.auth-server-url");
        var path = answer.location().replace(Visitor.HOST, "").replaceAll("[?#].*", "");
        var to = path.startsWith(provider)
                ? "sign-in"
                : ID.matcher(APPLICATION.matcher(path).replaceFirst("…")).replaceAll("{id}");
        return answer.status() + " → " + to;
    }
}
