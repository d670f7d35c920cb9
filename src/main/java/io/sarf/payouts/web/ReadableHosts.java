package io.sarf.payouts.web;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks a malformed {@code Host} for {@link MalformedCalls} to refuse: the server parses it before any filter and fails
 * on some values without an answer. Only a tracer runs earlier.
 */
@Singleton
class ReadableHosts implements VertxOptionsCustomizer {
    /** Valid for the server, refused by us. */
    private static final String MALFORMED = "malformed~host";

    @Override
    // Its successor is available only to code that creates Vert.x itself.
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(ignored -> new Watch()));
    }

    private static final class Watch implements VertxTracer<Object, Object> {
        @Override
        public <R> @Nullable Object receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                Iterable<Map.Entry<String, String>> headers,
                TagExtractor<R> tags) {
            if (request instanceof HttpServerRequest call) {
                var hosts = call.headers().getAll("Host");
                if (!hosts.stream().allMatch(MalformedCalls::isHost)) {
                    call.headers().set("Host", MALFORMED);
                }
            }
            return null;
        }
    }
}
