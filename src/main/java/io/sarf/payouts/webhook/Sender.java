package io.sarf.payouts.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.webhook.DeliveryOutcomes.Attempt;
import io.sarf.payouts.webhook.DeliveryQueue.ClaimedDelivery;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Coalesced;
import io.sarf.payouts.work.Halves;
import io.sarf.payouts.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An attempt in progress blocks no thread, and a slow endpoint delays only itself. Leases of a dead node expire. */
@AcrossApplications("Webhooks are sent to the endpoints of all applications")
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final int PER_ENDPOINT = 8;
    private static final int TOTAL = 512;

    private final DeliveryQueue queue;
    private final Endpoints endpoints;
    private final WebhookClient client;
    private final ExecutorService workers;
    private final Clock clock;
    private final EndpointConcurrency concurrency = new EndpointConcurrency(PER_ENDPOINT, TOTAL);
    private final Batches<Attempt, Boolean> recording;
    private final Coalesced sending = new Coalesced(this::sendDue);

    /** Endpoints with free calls. Attempts that end together are followed by one claim. */
    private final Set<UUID> freed = ConcurrentHashMap.newKeySet();

    private final Coalesced goingOn = new Coalesced(this::sendFreed);

    Sender(
            DeliveryQueue queue,
            DeliveryOutcomes outcomes,
            Endpoints endpoints,
            WebhookClient client,
            ExecutorService workers,
            Clock clock) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.client = client;
        this.workers = workers;
        this.clock = clock;
        this.recording = new Batches<>(
                outcomes, work -> QuarkusTransaction.requiringNew().run(work), workers, 1);
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

    private void sendFreed() {
        for (var endpoint : List.copyOf(freed)) {
            freed.remove(endpoint);
            send(endpoint);
        }
    }

    /** Does not block. */
    private void send(UUID endpoint) {
        var free = concurrency.take(endpoint);
        if (free == 0) {
            return;
        }
        var sent = new AtomicInteger();
        try {
            Halves.run(
                    queue.claim(endpoint, free),
                    queue::read,
                    deliveries -> deliveries.forEach(delivery -> {
                        sent.incrementAndGet();
                        send(delivery);
                    }),
                    this::failed);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Deliveries to %s are claimed later", endpoint);
        } finally {
            concurrency.give(endpoint, free - sent.get());
        }
    }

    private void send(ClaimedDelivery delivery) {
        var attempted = CompletableFuture.completedFuture(delivery)
                .thenComposeAsync(this::attempt, workers)
                .whenCompleteAsync((recorded, fault) -> done(delivery, fault), workers);
    }

    private CompletionStage<Boolean> attempt(ClaimedDelivery delivery) {
        var at = clock.instant();
        var body = delivery.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers;
        try {
            var keys = endpoints.keys(delivery.scope(), delivery.endpoint(), delivery.secrets());
            headers = Signing.headers(keys, delivery.event(), at, body);
        } catch (IllegalStateException e) {
            LOG.errorf(e, "Delivery %s cannot be signed", delivery.lease().work());
            var unsigned = DeliveryOutcome.failed(DeliveryOutcome.Failure.INTERNAL, Duration.ZERO);
            return recording.submit(new Attempt(delivery, at, "", unsigned));
        }
        return client.deliver(delivery.url(), delivery.scope().environment(), headers, body)
                .thenCompose(outcome -> recording.submit(new Attempt(delivery, at, text(headers), outcome)));
    }

    private void done(ClaimedDelivery delivery, @Nullable Throwable fault) {
        concurrency.give(delivery.endpoint(), 1);
        if (fault == null) {
            freed.add(delivery.endpoint());
            goingOn.run();
        } else {
            failed(delivery.lease(), fault);
        }
    }

    private void failed(Lease lease, Throwable fault) {
        LOG.errorf(fault, "Delivery %s is given up; it becomes due again when its lease ends", lease.work());
        queue.table().failed(lease, fault);
    }

    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }
}
