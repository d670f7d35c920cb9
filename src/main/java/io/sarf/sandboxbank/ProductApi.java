package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API for the product. Credentials are in bodies, never in URLs. */
final class ProductApi {
    private final Bank bank;

    ProductApi(Bank bank) {
        this.bank = bank;
    }

    void open(ApiHandler api) {
        api.on(HttpMethod.GET, "/v1/banks", asked -> Reply.ok(banks()));
        api.on(HttpMethod.GET, "/v1/triggers", asked -> Reply.ok(triggers()));
        String at = "/v1/banks/:bank";
        api.onBank(
                HttpMethod.POST,
                at + "/sessions",
                (where, asked) ->
                        bank.sessions.connect(where, asked.body(Signed.class).credentials()));
        api.onBank(
                HttpMethod.POST,
                at + "/sessions/:challenge",
                (where, asked) -> bank.sessions.complete(
                        asked.path("challenge"), asked.body(Code.class).otp()));
        api.onBank(
                HttpMethod.POST,
                at + "/accounts",
                (where, asked) ->
                        bank.sessions.accounts(where, asked.body(Signed.class).credentials()));
        api.onBank(
                HttpMethod.POST,
                at + "/holds",
                (where, asked) ->
                        bank.sessions.hold(where, asked.body(Signed.class).credentials()));
        api.onBank(
                HttpMethod.DELETE,
                at + "/holds/:user",
                (where, asked) -> bank.sessions.release(where, asked.path("user")));
        api.onBank(HttpMethod.POST, at + "/beneficiaries/:reference", this::addBeneficiary);
        openOrders(api, at);
    }

    private void openOrders(ApiHandler api, String at) {
        api.onCounted(
                HttpMethod.POST,
                at + "/orders/:reference",
                (where, asked) -> bank.calls.count(where, asked.path("reference"), call(asked)),
                (where, asked, call) ->
                        bank.queueOrder.queue(where, asked.path("reference"), asked.body(NewOrder.class), call));
        api.onBank(HttpMethod.GET, at + "/orders/:reference", this::status);
        api.onBank(HttpMethod.POST, at + "/orders/:reference/cancellation", this::cancel);
        api.onBank(HttpMethod.GET, at + "/changes", this::changes);
        api.onBank(HttpMethod.POST, at + "/authorizations", this::begin);
        api.onBank(HttpMethod.POST, at + "/authorizations/:challenge", this::complete);
    }

    /** Also for a body that cannot be parsed: each call is counted first. */
    private static OrderCalls.Call call(ApiHandler.Asked asked) {
        try {
            var order = asked.body(NewOrder.class);
            return new OrderCalls.Call(order.requestId(), order.sentAt());
        } catch (BadRequest unreadable) {
            return new OrderCalls.Call(null, null);
        }
    }

    private Reply addBeneficiary(SimulatedBank where, ApiHandler.Asked asked) {
        NewBeneficiary wanted = asked.body(NewBeneficiary.class);
        return bank.counter.serve(
                where,
                wanted.credentials(),
                (tx, user) -> Reply.ok(
                        bank.beneficiaries.add(tx, user, asked.path("reference"), wanted.name(), wanted.iban())));
    }

    private Reply status(SimulatedBank where, ApiHandler.Asked asked) {
        return Reply.ok(bank.orders.status(
                where, asked.path("reference"), instant(asked.query().get("called_at"))));
    }

    private Reply cancel(SimulatedBank where, ApiHandler.Asked asked) {
        return bank.counter.serve(
                where,
                asked.body(Signed.class).credentials(),
                (tx, user) -> Reply.ok(bank.orders.cancel(tx, user, asked.path("reference"))));
    }

    private Reply changes(SimulatedBank where, ApiHandler.Asked asked) {
        String after = asked.query().getOrDefault("after", "");
        try {
            return Reply.ok(bank.orders.changes(where, after.isEmpty() ? 0 : Long.parseLong(after)));
        } catch (NumberFormatException wrong) {
            throw new BadRequest("Not a cursor of this bank");
        }
    }

    private Reply begin(SimulatedBank where, ApiHandler.Asked asked) {
        Chosen chosen = asked.body(Chosen.class);
        return bank.authorizations.begin(where, chosen.credentials(), chosen.references());
    }

    private Reply complete(SimulatedBank where, ApiHandler.Asked asked) {
        SignedCode code = asked.body(SignedCode.class);
        return bank.authorizations.complete(where, code.credentials(), asked.path("challenge"), code.otp());
    }

    private static @Nullable Instant instant(@Nullable String written) {
        try {
            return written == null ? null : Instant.parse(written).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException wrong) {
            throw new BadRequest("Not an instant: " + written);
        }
    }

    private static ObjectNode banks() {
        ArrayNode list = Json.array();
        for (SimulatedBank played : SimulatedBank.values()) {
            ObjectNode one = Json.object()
                    .put("identifier", played.name())
                    .put("name", played.title())
                    .put("arabic_name", played.arabicTitle())
                    .put("country", played.country())
                    .put("currency", played.currency())
                    .put("swift_code", played.swiftCode())
                    .put("logo", "/logos/" + played.name() + ".svg")
                    .put("main_color", played.mainColor())
                    .put("background_color", played.backgroundColor())
                    .put("type", played.type())
                    .put("min", text(SimulatedBank.MIN))
                    .put("max", text(SimulatedBank.MAX))
                    .put("horizon", OrderCalls.HORIZON.toString());
            ObjectNode samples = Json.object()
                    .put("cool_off", played.ibanEnding("0001"))
                    .put("refused", played.ibanEnding("0002"))
                    .put("no_match", played.ibanEnding("0003"))
                    .put("close_match", played.ibanEnding("0004"));
            list.add(one.set("sample_ibans", samples));
        }
        return Json.object().set("banks", list);
    }

    private static String text(BigDecimal amount) {
        return amount.toPlainString();
    }

    private static ObjectNode triggers() {
        ArrayNode list = Json.array();
        for (AmountTrigger trigger : AmountTrigger.values()) {
            list.add(Json.object()
                    .put("minor_part", "." + trigger.minorPart())
                    .put("fires_at", trigger.firesAt())
                    .put("happens", trigger.happens())
                    .put("ends_in", trigger.endsIn()));
        }
        return Json.object().set("triggers", list);
    }

    record Signed(Login credentials) {}

    record Code(String otp) {}

    record SignedCode(Login credentials, String otp) {}

    record Chosen(Login credentials, List<String> references) {}

    record NewBeneficiary(Login credentials, String name, String iban) {}
}
