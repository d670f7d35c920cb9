package io.sarf.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Stands in the way of every answer a test gets from the API: what the document does not describe fails the test. */
public final class AsDocumented implements OrderedFilter, QuarkusTestBeforeEachCallback {
    private static final List<String> API =
            List.of("/payouts/v1", "/customers/v1", "/banks/v1", "/events/v1", "/oauth2/", "/.well-known/");

    /** An operation that only tests have. */
    private static final String PROBE = "/payouts/v1/probe";

    private static final ApiContract CONTRACT = ApiContract.read();

    /** For tests that Quarkus does not start. */
    public static void everywhere() {
        if (RestAssured.filters().stream().noneMatch(AsDocumented.class::isInstance)) {
            RestAssured.filters(new AsDocumented());
        }
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        everywhere();
    }

    /** Last, so that nobody changes the answer behind it. */
    @Override
    public int getOrder() {
        return OrderedFilter.LOWEST_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var uri = URI.create(request.getURI());
        if (API.stream().anyMatch(uri.getPath()::startsWith) && !uri.getPath().startsWith(PROBE)) {
            var faults = CONTRACT.faults(new ApiContract.Answer(
                    request.getMethod(),
                    uri.getPath(),
                    query(uri),
                    response.statusCode(),
                    headers(response),
                    response.asString()));
            if (!faults.isEmpty()) {
                throw new AssertionError("%s %s answered %d %s, which is not as documented: %s"
                        .formatted(request.getMethod(), uri, response.statusCode(), response.asString(), faults));
            }
        }
        return response;
    }

    private static List<String> query(URI uri) {
        return uri.getQuery() == null
                ? List.of()
                : Arrays.stream(uri.getQuery().split("&"))
                        .map(field -> field.replaceAll("=.*", ""))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static Map<String, String> headers(Response response) {
        var headers = new TreeMap<String, String>();
        response.headers().forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }
}
