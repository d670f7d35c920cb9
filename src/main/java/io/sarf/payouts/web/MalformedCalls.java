package io.sarf.payouts.web;

import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.WireText;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what two parsers in the chain might read differently, on any path. */
final class MalformedCalls {
    /** Path and query, in characters. The server accepts more, so that we can answer. */
    static final int ADDRESS_MAX = 8_192;

    /** All header lines together, in characters. */
    static final int HEADERS_MAX = 20_480;

    /** In characters, for headers parsed as a list: some parsers take quadratic time. */
    static final int LIST_MAX = 2_000;

    /** Not {@code Accept-Language}: only its beginning is read ({@link AcceptedLanguages}). */
    private static final List<String> LISTS =
            List.of("Accept", "Accept-Charset", "Accept-Encoding", "If-Match", "If-None-Match", "Range");

    /** RFC 3986; a {@code ;} has its own refusal. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");

    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final int PORT_MAX = 65_535;

    private MalformedCalls() {}

    static @Nullable ApiFault fault(HttpServerRequest request) {
        if (request.uri().length() > ADDRESS_MAX) {
            return new ApiFault(ApiCode.URI_TOO_LONG, "The address may have at most " + ADDRESS_MAX + " characters");
        }
        if (length(request) > HEADERS_MAX) {
            return new ApiFault(
                    ApiCode.HEADERS_TOO_LARGE, "The headers may have at most " + HEADERS_MAX + " characters in all");
        }
        for (var list : LISTS) {
            if (length(request, list) > LIST_MAX) {
                return new ApiFault(ApiCode.HEADERS_TOO_LARGE, list + " may have at most " + LIST_MAX + " characters");
            }
        }
        if (!host(request)) {
            return new ApiFault(
                    ApiCode.INVALID_PARAMETERS, "One Host header with a name and perhaps a port is expected");
        }
        var path = request.path();
        if (path == null || !PATH.matcher(path).matches() || !WireText.percentEncoded(path)) {
            return new ApiFault(ApiCode.INVALID_PARAMETERS, "The path is malformed: percent-encoded UTF-8 is expected");
        }
        if (path.indexOf(';') >= 0) {
            return new ApiFault(
                    ApiCode.INVALID_URL, "There is nothing at this address. A ; within a value is sent as %3B");
        }
        var query = request.query();
        return query == null || WireText.percentEncoded(query)
                ? null
                : new ApiFault(
                        ApiCode.INVALID_PARAMETERS,
                        "The part behind the ? is malformed: percent-encoded UTF-8 is expected");
    }

    private static int length(HttpServerRequest request) {
        var length = 0;
        for (var header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        return length;
    }

    private static int length(HttpServerRequest request, String name) {
        return request.headers().getAll(name).stream().mapToInt(String::length).sum();
    }

    private static boolean host(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return true;
        }
        var hosts = request.headers().getAll("Host");
        if (hosts.isEmpty()) {
            return request.version() == HttpVersion.HTTP_1_0;
        }
        return hosts.size() == 1 && isHost(hosts.get(0));
    }

    static boolean isHost(String text) {
        var parts = HOST.matcher(text);
        return parts.matches()
                && (parts.group(2) == null || Integer.parseInt(parts.group(2).substring(1)) <= PORT_MAX);
    }
}
