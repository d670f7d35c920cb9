package io.sarf.sandboxbank;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

final class ApiHandler {
    private static final Logger LOG = Logger.getLogger(ApiHandler.class.getName());

    private final Vertx vertx;
    private final Router router;
    private final String key;
    private final Faults faults;

    ApiHandler(Vertx vertx, Router router, String key, Faults faults) {
        this.vertx = vertx;
        this.router = router;
        this.key = key;
        this.faults = faults;
    }

    void on(HttpMethod method, String path, Work work) {
        router.route(method, path).handler(context -> {
            if (knows(context)) {
                send(context, inBackground(() -> work.reply(new Asked(context))));
            }
        });
    }

    void onBank(HttpMethod method, String path, BankWork work) {
        onCounted(method, path, (bank, asked) -> 0, (bank, asked, call) -> work.reply(bank, asked));
    }

    /** Counts the call and commits that before any simulated fault. */
    void onCounted(HttpMethod method, String path, Counting counting, CountedWork work) {
        router.route(method, path).handler(context -> {
            if (!knows(context)) {
                return;
            }
            var asked = new Asked(context);
            var bank = SimulatedBank.named(asked.path("bank"));
            if (bank.isEmpty()) {
                send(context, Future.succeededFuture(Reply.error(404, "no_such_bank", "No such bank")));
                return;
            }
            Faults.Luck luck = faults.draw(bank.get());
            Future<Integer> counted = inBackground(() -> counting.count(bank.get(), asked));
            Future<Reply> reply = counted.compose(call -> after(luck.latency(), call))
                    .compose(call -> luck.spoils(true)
                            ? Future.succeededFuture(luck.spoiled())
                            : inBackground(() -> work.reply(bank.get(), asked, call)))
                    .map(answer -> luck.spoils(false) ? luck.spoiled() : answer);
            send(context, reply);
        });
    }

    private boolean knows(RoutingContext context) {
        String shown = String.valueOf(context.request().getHeader("Authorization"));
        byte[] wanted = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
        if (MessageDigest.isEqual(wanted, shown.getBytes(StandardCharsets.UTF_8))) {
            return true;
        }
        send(context, Future.succeededFuture(Reply.error(401, "key_refused", "The key is not known here")));
        return false;
    }

    private <T> Future<T> inBackground(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private <T> Future<T> after(Duration delay, T value) {
        if (delay.isZero()) {
            return Future.succeededFuture(value);
        }
        Promise<T> later = Promise.promise();
        vertx.setTimer(delay.toMillis(), timer -> later.complete(value));
        return later.future();
    }

    private void send(RoutingContext context, Future<Reply> reply) {
        reply.recover(failure -> Future.succeededFuture(broken(failure))).onSuccess(sent -> {
            if (sent instanceof Reply.Answer answer) {
                after(answer.delay(), answer).onSuccess(due -> write(context, due));
            } else {
                context.request().connection().close();
            }
        });
    }

    private static Reply broken(Throwable failure) {
        if (failure instanceof BadRequest wrong) {
            return Reply.error(400, "bad_request", String.valueOf(wrong.getMessage()));
        }
        LOG.log(Level.WARNING, "A call failed", failure);
        return Reply.error(500, "error", "Something went wrong at the bank");
    }

    private static void write(RoutingContext context, Reply.Answer answer) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response()
                    .setStatusCode(answer.status())
                    .putHeader("Content-Type", "application/json")
                    .end(Json.write(answer.body()));
        }
    }

    record Asked(RoutingContext context) {
        String path(String name) {
            return String.valueOf(context.pathParam(name));
        }

        Map<String, String> query() {
            Map<String, String> found = new HashMap<>();
            context.queryParams().forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            return found;
        }

        <T> T body(Class<T> type) {
            return Json.read(String.valueOf(context.body().asString()), type);
        }
    }

    interface Work {
        Reply reply(Asked asked);
    }

    interface BankWork {
        Reply reply(SimulatedBank bank, Asked asked);
    }

    interface Counting {
        int count(SimulatedBank bank, Asked asked);
    }

    interface CountedWork {
        Reply reply(SimulatedBank bank, Asked asked, int counted);
    }
}
