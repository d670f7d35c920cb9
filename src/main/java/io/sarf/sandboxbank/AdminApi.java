package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

final class AdminApi {
    private static final int PAGE = 1_000;

    private final Bank bank;

    AdminApi(Bank bank) {
        this.bank = bank;
    }

    void open(ApiHandler api) {
        api.on(HttpMethod.PUT, "/admin/faults", this::setFaults);
        api.on(HttpMethod.DELETE, "/admin/faults", asked -> {
            bank.faults.clear();
            return done();
        });
        api.on(HttpMethod.PUT, "/admin/maintenance", this::maintain);
        api.on(HttpMethod.POST, "/admin/clock", this::advance);
        api.on(HttpMethod.PUT, "/admin/settings", this::set);
        api.on(HttpMethod.GET, "/admin/books", asked -> Reply.ok(bank.books.audit()));
        api.on(HttpMethod.GET, "/admin/orders/:bank", this::orders);
        api.on(HttpMethod.GET, "/admin/orders/:bank/:reference", this::order);
    }

    private Reply setFaults(ApiHandler.Asked asked) {
        NewFaults wanted = asked.body(NewFaults.class);
        var setting = new Faults.Setting(
                number(wanted.latencyMinMs()),
                Math.max(number(wanted.latencyMinMs()), number(wanted.latencyMaxMs())),
                number(wanted.errorsPerMille()),
                number(wanted.cutsPerMille()));
        for (SimulatedBank played : SimulatedBank.values()) {
            if (wanted.bank() == null || played == known(wanted.bank())) {
                bank.faults.set(played, setting);
            }
        }
        return done();
    }

    private static int number(@Nullable Integer given) {
        return given == null ? 0 : given;
    }

    private Reply maintain(ApiHandler.Asked asked) {
        NewMaintenance wanted = asked.body(NewMaintenance.class);
        String application = wanted.application() == null ? Maintenance.EVERYBODY : wanted.application();
        bank.database.transact(tx -> {
            bank.maintenance.close(tx, known(wanted.bank()), application, Duration.ofSeconds(wanted.seconds()));
            return true;
        });
        return done();
    }

    private Reply advance(ApiHandler.Asked asked) {
        bank.clock.advance(duration(asked.body(Advance.class).by()));
        bank.settling.settleAll();
        return Reply.ok(Json.object().put("now", bank.clock.now().toString()));
    }

    private Reply set(ApiHandler.Asked asked) {
        NewSettings wanted = asked.body(NewSettings.class);
        if (wanted.withoutDeduplication() != null) {
            bank.switches.withoutDeduplication(wanted.withoutDeduplication());
        }
        if (wanted.settlingDelay() != null) {
            bank.switches.set("settling-delay", duration(wanted.settlingDelay()).toString());
        }
        if (wanted.authorizationPace() != null) {
            bank.switches.set(
                    ReleaseOrders.PACE, duration(wanted.authorizationPace()).toString());
        }
        return done();
    }

    private Reply orders(ApiHandler.Asked asked) {
        String after = asked.query().getOrDefault("after", "");
        ArrayNode list = bank.database.transact(tx -> {
            ArrayNode found = Json.array();
            tx.list(row -> found.add(row.getString("reference")), LISTED, known(asked.path("bank")), after, PAGE);
            return found;
        });
        return Reply.ok(Json.object().set("references", list));
    }

    private static final String LISTED =
            "select reference from order_call where bank = ? and reference > ? order by reference limit ?";

    private Reply order(ApiHandler.Asked asked) {
        SimulatedBank where = known(asked.path("bank"));
        String reference = asked.path("reference");
        ObjectNode witness = bank.database.transact(tx -> Json.object()
                .put(
                        "calls",
                        tx.number("select calls from order_call where bank = ? and reference = ?", where, reference))
                .put(
                        "violations",
                        tx.number(
                                "select violations from order_call where bank = ? and reference = ?", where, reference))
                .put(
                        "payments",
                        tx.number(
                                "select count(*) from posting p join payment_order o on p.subject = o.id"
                                        + " or p.subject like concat(o.id, '#%')"
                                        + " where p.kind = 'PAYMENT' and o.bank = ? and o.reference = ?",
                                where, reference)));
        return Reply.ok(witness.set("order", bank.orders.status(where, reference, null)));
    }

    private static SimulatedBank known(String name) {
        return SimulatedBank.named(name).orElseThrow(() -> new BadRequest("No such bank"));
    }

    static Duration duration(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException wrong) {
            throw new BadRequest("Not a duration: " + written);
        }
    }

    private static Reply done() {
        return Reply.ok(Json.object().put("answer", "done"));
    }

    record NewFaults(
            @Nullable String bank,
            @Nullable Integer latencyMinMs,
            @Nullable Integer latencyMaxMs,
            @Nullable Integer errorsPerMille,
            @Nullable Integer cutsPerMille) {}

    record NewMaintenance(String bank, @Nullable String application, int seconds) {}

    record Advance(String by) {}

    record NewSettings(
            @Nullable Boolean withoutDeduplication,
            @Nullable String settlingDelay,
            @Nullable String authorizationPace) {}
}
