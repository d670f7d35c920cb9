package io.sarf.payouts.webhook;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.webhook.Receiver.Received;
import io.sarf.testing.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** For tests of other features: a company's back end that is told everything that ever happened to it. */
@ApplicationScoped
public class Postbox {
    private final Webhooks webhooks;
    private final DeliveryQueue queue;
    private final Sender sender;
    private final Sealer sealer;

    Postbox(Webhooks webhooks, DeliveryQueue queue, Sender sender, Sealer sealer) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.sender = sender;
        this.sealer = sealer;
    }

    /** The body of the first webhook of this type; the company has had no endpoint before. */
    public String receive(Scope scope, String type) {
        try (var receiver = new Receiver(request -> 200)) {
            webhooks.endpoint(scope, receiver.url("/everything"));
            return Eventually.get(type, () -> {
                sealer.sealAll();
                while (queue.queueNext(scope)) {
                    // The next batch.
                }
                sender.poll();
                return receiver.rest().stream()
                        .map(Received::body)
                        .filter(body -> body.contains("\"type\":\"" + type + "\""))
                        .findFirst();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
