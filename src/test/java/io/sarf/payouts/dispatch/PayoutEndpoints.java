package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Lease;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Payouts as they are moved and seen from outside: by a program, by people, by a node and by a bank. */
@ApplicationScoped
class PayoutEndpoints {
    private static final Pattern BADGE = Pattern.compile("<span class=\"state state-[a-z]+\">([^<]*)</span>");

    /**
     * How a payout looks.
     *
     * @param payment as its payment has it in the API; null while there is no payment
     * @param listed as the API's list has it
     * @param badge as its page has it
     */
    record Sight(
            @Nullable String payment,
            String listed,
            @Nullable String outcome,
            String badge) {}

    private static final class AnsweringBank extends PaperBank {
        private @Nullable QueueAnswer toTheOrder;
        private @Nullable CompleteAnswer toTheCode;
        private boolean turnsAway;

        AnsweringBank(Clock clock) {
            super(clock);
        }

        @Override
        public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
            return turnsAway
                    ? new BeneficiaryAnswer.Refused(ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "Expired")
                    : super.addBeneficiary(credentials, beneficiary);
        }

        @Override
        public QueueAnswer queue(Credentials credentials, Order order) {
            return toTheOrder == null ? super.queue(credentials, order) : toTheOrder;
        }

        @Override
        public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
            return toTheCode == null ? super.complete(credentials, challenge, otp) : toTheCode;
        }
    }

    private final PayingCompanies companies;
    private final KnownPrograms programs;
    private final Connections connections;
    private final SingleSteps advance;
    private final ApplyBankStatus applyStatus;
    private final Sealer sealer;
    private final Ids ids;
    private final Clock clock;

    PayoutEndpoints(
            PayingCompanies companies,
            KnownPrograms programs,
            Connections connections,
            SingleSteps advance,
            ApplyBankStatus applyStatus,
            Sealer sealer,
            Ids ids,
            Clock clock) {
        this.companies = companies;
        this.programs = programs;
        this.connections = connections;
        this.advance = advance;
        this.applyStatus = applyStatus;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /** The first payout of a new company, asked for by its program. */
    One pay(boolean automatic) {
        return new One(automatic);
    }

    /** One payout, between those who can move it. */
    final class One {
        private final AnsweringBank bank = new AnsweringBank(clock);
        private final PayingCompany company = companies.open(bank);
        private final String base = company.scope().path();
        private final Caller person = new Caller(company.first(), base + "/payouts/new");
        private final String window = ids.next().toString();
        private final Program program;
        private final PayoutId id;
        private @Nullable Lease lease;
        private Step.@Nullable Queue call;

        private One(boolean automatic) {
            companies.onDemand(company, true);
            program = programs.program(company.scope());
            id = PayoutId.fromString(program.call()
                    .body("""
                            {"payment_details":[{"account_id":"%s","destination_details":[{"payment_destination_id":"%s",
                            "amount":120,"description":"Salary","authorize_payment":%s}]}]}""".formatted(company.account().value(), company.destination(), automatic))
                    .post("/payouts/v1/payment")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("payouts_payment_details[0].payment_intent_id"));
        }

        /** A node takes it as far as the bank lets it. */
        void node() {
            companies.work(company);
        }

        /** A node has written down that it hands the order over, and its call is on the way. */
        void nodeCalls() {
            lease = companies.lease(id);
            call = (Step.Queue) advance.prepare(lease).orElseThrow();
        }

        /** The bank answers the call: it takes the order, unless it says something else. */
        void taken() {
            var made = Objects.requireNonNull(call);
            var answer = bank.queue(connections.credentials(made.with()), made.order());
            advance.record(Objects.requireNonNull(lease), answer);
        }

        void answer(QueueAnswer answer) {
            bank.toTheOrder = answer;
            taken();
        }

        void beginWindow() {
            var form = Map.of("id", window, "payout", companies.pick(company, id));
            var begun = person.post(base + "/payouts/authorizations", form);
            assertThat(person.landing(begun)).contains("Code sent to the phone");
        }

        /** @param result of the code, for the order */
        void code(Verdict result) {
            code(new CompleteAnswer.Done(Map.of(companies.reference(id), result)));
        }

        void code(CompleteAnswer answer) {
            bank.toTheCode = answer;
            person.landing(person.post(base + "/authorizations/" + window + "/code", Map.of("otp", PaperBank.CODE)));
        }

        void releaseOnDemand() {
            program.call()
                    .body("{\"payment_intent_ids\":[\"%s\"]}".formatted(id))
                    .post("/payouts/v1/authorizations")
                    .then()
                    .statusCode(202);
        }

        void cancelByProgram() {
            program.call()
                    .post("/payouts/v1/payments/" + id + "/cancellation")
                    .then()
                    .statusCode(200);
        }

        void cancelByPerson() {
            person.landing(person.post(base + "/payouts/" + id + "/cancellation", Map.of()));
        }

        /** The bank turns the login away when the program asks for another destination. */
        void loginExpires() {
            bank.turnsAway = true;
            program.call()
                    .body("""
                            {"name":"Harbour Logistics","iban":"AE290330000012345678901","address":"Pier 4",
                            "city":"Abu Dhabi","country":"ARE","currency_iso_code":"AED"}""")
                    .post("/payouts/v1/payment/destinations")
                    .then()
                    .statusCode(403);
        }

        /** What the bank says of the order to the node that asks next. */
        void asked(OrderStatus status) {
            bank.say(companies.reference(id), status);
            node();
        }

        /** What the bank tells of the order by itself, as whoever follows the bank hears it. */
        void unasked(OrderStatus status) {
            bank.say(companies.reference(id), status);
            applyStatus.reported(
                    bank.profile().identifier(), ((ChangesAnswer.Changes) bank.changesSince("")).changes());
        }

        Sight look() {
            var payment = get("/payouts/v1/intents/" + id).getString("payment.id");
            var listed = get("/payouts/v1/payments");
            assertThat(listed.getList("content.payment_intent_id")).containsExactly(id.toString());
            assertThat(listed.getString("content[0].payment_id")).isEqualTo(payment);
            var badge = BADGE.matcher(person.get(base + "/payouts/" + id));
            assertThat(badge.find()).isTrue();
            return new Sight(
                    payment == null ? null : get("/payouts/v1/" + payment).getString("status"),
                    listed.getString("content[0].status"),
                    listed.getString("content[0].post_initiation_status"),
                    badge.group(1));
        }

        List<String> journal() {
            return companies.events(id);
        }

        /** What the client was told, in order, as its events and the payment's history have it. */
        List<String> told() {
            sealer.sealAll();
            List<String> told = get("/events/v1")
                    .getList("data.reverse().findAll { it.payload.intent_id == '" + id + "' }"
                            + words("it.type, it.payload.status, it.payload.post_initiation_status"));
            assertThat(get("/payouts/v1/payments/" + id + "/history")
                            .<String>getList("content[0].events.reverse()"
                                    + words("it.event, it.status, it.post_initiation_status")))
                    .isEqualTo(told);
            return told;
        }

        private static String words(String fields) {
            return ".collect { [" + fields + "].findAll { it != null }.join(' ') }";
        }

        private JsonPath get(String address) {
            return program.call().get(address).then().statusCode(200).extract().jsonPath();
        }
    }
}
