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
 * Lets a call with a malformed {@code Host} come as far as us. The server reads that header before any filter, and fails over
 * some values without answering; a tracer is the only one who is asked before. What it puts there instead is refused by
 * {@link MalformedCalls}.
 */
@Singleton
class ReadableHosts implements VertxOptionsCustomizer {
    /** A name that the server reads and we do not take. */
    private static final String MALFORMED = "malformed~host";

    @Override
    // Made for tracing, as its successor is only for whoever makes Vert.x himself.
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
