package io.sarf.payouts.creation;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.idempotency.Operation;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The API's calls that create payouts: read the body, join the queue, answer after the commit. No thread waits. */
@ApplicationScoped
public class ClientCalls {
    /** What a well-formed body asks for. */
    public record Body(List<NewPayout> wanted, CreationQueue.Call.Rules rules) {}

    private record Caller(Scope scope, UUID secret, Actor actor, Idempotency.@Nullable KeyedCall key) {}

    /** In bytes. A larger body is read by a worker, not on the event loop. */
    private static final int LARGE = 32_768;

    private final CurrentClient client;
    private final CreationQueue queue;
    private final Idempotency idempotency;
    private final Ids ids;

    ClientCalls(CurrentClient client, CreationQueue queue, Idempotency idempotency, Ids ids) {
        this.client = client;
        this.queue = queue;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /** @param read parses the body alone. A fault it throws is stored as the key's answer: the same body always fails */
    public Uni<ApiAnswer> create(Operation operation, JsonBody body, Function<JsonBody, Body> read) {
        var caller = new Caller(
                client.scope(),
                client.secret(),
                client.actor(),
                idempotency.keyed(client.scope(), operation, body).orElse(null));
        var replaced = client.secretReplaced();
        var call = Uni.createFrom().item(() -> call(caller, body, read));
        return (body.bytes().length > LARGE ? call.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : call)
                .flatMap(one -> Uni.createFrom().completionStage(queue.submit(one)))
                .onFailure(ClientCalls::secretReplaced)
                .transform(fault -> replaced.get());
    }

    private static boolean secretReplaced(Throwable thrown) {
        return thrown instanceof ApiFault fault && fault.code() == ApiCode.UNAUTHORIZED;
    }

    private CreationQueue.Call call(Caller caller, JsonBody body, Function<JsonBody, Body> read) {
        Body asked;
        try {
            asked = read.apply(body);
        } catch (ApiFault fault) {
            asked = new Body(
                    List.of(), new RefusedBody(fault, caller.key() == null ? null : idempotency.stored(fault)));
        }
        return new CreationQueue.Call(
                caller.scope(),
                caller.secret(),
                caller.actor(),
                caller.key(),
                body.bytes().length,
                asked.wanted().stream()
                        .map(one -> new CreationQueue.Call.Wanted(new PayoutId(ids.next()), one))
                        .toList(),
                asked.rules());
    }
}
