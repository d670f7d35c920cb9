package io.sarf.payouts.endpoints;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a page leads to: its links and its forms. */
final class Links {
    private static final Pattern TAG = Pattern.compile("<(a|form)\\b[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:href|action)=\"(/[^\"?#]*)");

    private Links() {}

    /** The routes a page offers. */
    static Stream<Route> of(String page) {
        return TAG.matcher(page).results().map(match -> match.group()).flatMap(Links::offered);
    }

    private static Stream<Route> offered(String tag) {
        var address = ADDRESS.matcher(tag);
        var method = tag.startsWith("<form") && tag.contains("method=\"post\"") ? "POST" : "GET";
        return address.find() ? route(method, address.group(1)).stream() : Stream.empty();
    }

    /** What the router would choose: where several fit, the one with more of its address spelled out. */
    private static Optional<Route> route(String method, String address) {
        var wanted = List.of(address.split("/", -1));
        return Routes.all().stream()
                .filter(route -> route.method().equals(method) && fits(route.segments(), wanted))
                .reduce((one, other) -> spelled(one) >= spelled(other) ? one : other);
    }

    private static boolean fits(List<String> declared, List<String> wanted) {
        return declared.size() == wanted.size()
                && IntStream.range(0, declared.size())
                        .allMatch(i -> Route.placeholder(declared.get(i))
                                || declared.get(i).equals(wanted.get(i)));
    }

    private static long spelled(Route route) {
        return route.segments().stream()
                .filter(segment -> !Route.placeholder(segment))
                .count();
    }
}
