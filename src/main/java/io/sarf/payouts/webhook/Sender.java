package io.sarf.payouts.webhook;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.webhook.DeliveryQueue.Parcel;
import io.sarf.payouts.work.Coalesced;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An attempt in progress blocks no thread, and a slow endpoint delays only itself. Leases of a dead node expire. */
@AcrossApplications("Webhooks are sent to the endpoints of all applications")
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final int PER_ENDPOINT = 4;
    private static final int TOTAL = 512;

    private final DeliveryQueue queue;
    private final Endpoints endpoints;
    private final WebhookClient courier;
    private final ExecutorService workers;
    private final Clock clock;
    private final EndpointConcurrency concurrency = new EndpointConcurrency(PER_ENDPOINT, TOTAL);
    private final Coalesced sending = new Coalesced(this::sendDue);

    Sender(DeliveryQueue queue, Endpoints endpoints, WebhookClient courier, ExecutorService workers, Clock clock) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.courier = courier;
        this.workers = workers;
        this.clock = clock;
    }

    void nudge() {
        sending.nudge(workers);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        sending.run();
    }

    private void sendDue() {
        for (var endpoint : queue.due()) {
            send(endpoint);
        }
    }

    /** Does not block. */
    private void send(UUID endpoint) {
        var places = concurrency.take(endpoint);
        if (places == 0) {
            return;
        }
        var claimed = 0;
        try {
            var parcels = queue.claim(endpoint, places);
            claimed = parcels.size();
            parcels.forEach(this::send);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Deliveries to %s are claimed later", endpoint);
        } finally {
            concurrency.give(endpoint, places - claimed);
        }
    }

    private void send(Parcel parcel) {
        var attempted = CompletableFuture.completedFuture(parcel)
                .thenComposeAsync(this::attempt, workers)
                .whenCompleteAsync((recorded, fault) -> done(parcel, fault), workers);
    }

    private CompletableFuture<Void> attempt(Parcel parcel) {
        var at = clock.instant();
        var body = parcel.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers;
        try {
            var keys = endpoints.keys(parcel.scope(), parcel.endpoint(), parcel.secrets());
            headers = Signing.headers(keys, parcel.event(), at, body);
        } catch (IllegalStateException e) {
            LOG.errorf(e, "Delivery %s cannot be signed", parcel.lease().work());
            queue.record(parcel, at, "", DeliveryOutcome.failed(DeliveryOutcome.Failure.INTERNAL, Duration.ZERO));
            return CompletableFuture.completedFuture(null);
        }
        return courier.deliver(parcel.url(), parcel.scope().environment(), headers, body)
                .thenAcceptAsync(outcome -> queue.record(parcel, at, text(headers), outcome), workers);
    }

    private void done(Parcel parcel, @Nullable Throwable fault) {
        concurrency.give(parcel.endpoint(), 1);
        if (fault == null) {
            send(parcel.endpoint());
        } else {
            // The lease expires and the delivery is claimed again, so a persistent fault retries once a minute.
            var cause = fault instanceof CompletionException ? fault.getCause() : fault;
            LOG.errorf(cause, "Delivery %s was not recorded", parcel.lease().work());
        }
    }

    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }
}
