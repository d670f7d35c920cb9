package io.sarf.bench;

import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.api.HttpRequestWriter;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.statistics.HttpStats;
import io.hyperfoil.http.steps.HttpStepCatalog;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Calls of {@code POST /payouts/v1/payment}, one payout in each, sent by Hyperfoil. */
final class Load {
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final StartedProduct product;
    private final Caller caller;
    private final int connections;

    Load(StartedProduct product, Caller caller, int connections) {
        this.product = product;
        this.caller = caller;
        this.connections = connections;
    }

    /** Every connection sends its next call when the one before is answered. */
    Round closed(int seconds) {
        return run(seconds, connections, phase -> phase.always(connections));
    }

    /** Calls begin at a constant rate, however long the ones before take; waiting for a connection counts as waiting. */
    Round open(int rate, int seconds) {
        return run(seconds, connections, phase -> phase.constantRate(rate).variance(false));
    }

    private Round run(int seconds, int most, Function<PhaseBuilder.Catalog, PhaseBuilder<?>> model) {
        var total = new StatisticsSnapshot();
        var builder = BenchmarkBuilder.builder().name("payouts").threads(1);
        builder.addPlugin(HttpPluginBuilder::new)
                .http()
                .protocol(Protocol.HTTP)
                .host("127.0.0.1")
                .port(product.port())
                .allowHttp2(false)
                .sharedConnections(most);
        var run = RUNS.incrementAndGet();
        call(model.apply(builder.addPhase("payouts")).duration(TimeUnit.SECONDS.toMillis(seconds)), run);
        var begin = System.nanoTime();
        new LocalSimulationRunner(
                        builder.build(), (phase, step, metric, snapshot, countDown) -> total.add(snapshot), null, null)
                .run();
        var status = HttpStats.get(total);
        var faults = total.requestCount - status.status_2xx;
        if (status.status_2xx == 0) {
            throw new IllegalStateException("No call was answered well: " + status + " " + total);
        }
        return new Round(
                status.status_2xx,
                faults,
                seconds,
                Math.round((System.nanoTime() - begin) / 1e6),
                total.histogram.getValueAtPercentile(50),
                total.histogram.getValueAtPercentile(99),
                total.histogram.getMaxValue());
    }

    private void call(PhaseBuilder<?> phase, int run) {
        phase.scenario()
                .initialSequence("pay")
                .step(HttpStepCatalog.SC)
                .httpRequest(HttpMethod.POST)
                .path("/payouts/v1/payment")
                .headers()
                .header("Authorization", "Bearer " + caller.token())
                .header("Content-Type", "application/json")
                .endHeaders()
                .headerAppender(Load::key)
                .body(caller.body())
                .timeout(60, TimeUnit.SECONDS)
                .endStep()
                .endSequence();
    }

    private static void key(Session session, HttpRequestWriter request) {
        request.putHeader("idempotency-key", UUID.randomUUID().toString());
    }
}
