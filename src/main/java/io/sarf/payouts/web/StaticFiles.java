package io.sarf.payouts.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the package, because Vert.x unpacks files into a folder that it deletes early in a shutdown, while this node
 * still answers: a rolling stop would show pages without styles.
 */
@Singleton
class StaticFiles {
    private static final Pattern FILE = Pattern.compile(
            "/(?:assets|webjars)/(?:[A-Za-z0-9_@][A-Za-z0-9._@-]*/)*[A-Za-z0-9_@][A-Za-z0-9._@-]*\\.[a-z0-9]+");

    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

    void register(@Observes Router router) {
        router.route("/assets/*").handler(this::answer);
        router.route("/webjars/*").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var path = context.normalizedPath();
        if (!READING.contains(context.request().method()) || !FILE.matcher(path).matches()) {
            context.next();
            return;
        }
        context.vertx()
                .executeBlocking(() -> Optional.ofNullable(read(path)), false)
                .onSuccess(file -> file.ifPresentOrElse(bytes -> end(context, path, bytes), context::next))
                .onFailure(context::fail);
    }

    private static @Nullable Buffer read(String path) throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        var name = "META-INF/resources" + path;
        // A folder such as htmx.org can be read like a file.
        if (loader.getResource(name + "/") != null) {
            return null;
        }
        try (var file = loader.getResourceAsStream(name)) {
            return file == null ? null : Buffer.buffer(file.readAllBytes());
        }
    }

    private static void end(RoutingContext context, String path, Buffer bytes) {
        var type = Optional.ofNullable(MimeMapping.getMimeTypeForFilename(path)).orElse("application/octet-stream");
        var text = type.startsWith("text/") || type.endsWith("javascript") || type.endsWith("svg+xml");
        context.response().putHeader("Content-Type", text ? type + ";charset=UTF-8" : type);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response()
                    .putHeader("Content-Length", String.valueOf(bytes.length()))
                    .end();
        } else {
            context.end(bytes);
        }
    }
}
