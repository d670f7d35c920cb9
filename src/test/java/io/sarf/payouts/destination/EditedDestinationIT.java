package io.sarf.payouts.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.WorkTable;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same payee with other data, by page and by API. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class EditedDestinationIT {
    private static final String API = "/payouts/v1/payment/destinations";
    private static final String WRONG = "Wrong Street";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Destinations destinations;

    @Inject
    EditDestination edit;

    @Inject
    Ids ids;

    @Inject
    BeneficiaryWork work;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private final List<NewBeneficiary> asked = new CopyOnWriteArrayList<>();
    private volatile Runnable during = () -> {};
    private volatile @Nullable Instant coolOff;
    private PayingCompany company;
    private Program program;
    private Caller caller;

    @BeforeEach
    void a_company_whose_bank_refuses_one_address() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                asked.add(beneficiary);
                var meanwhile = during;
                during = () -> {};
                meanwhile.run();
                var until = coolOff;
                coolOff = null;
                if (until != null) {
                    return new BeneficiaryAnswer.CoolOff("ben-1", until, new NameCheck(NameCheck.Result.MATCH, null));
                }
                return beneficiary.creditor().address().equals(WRONG)
                        ? new BeneficiaryAnswer.Refused(ReasonCode.BENEFICIARY_NOT_FOUND, "There is no such address")
                        : super.addBeneficiary(credentials, beneficiary);
            }
        });
        program = programs.program(company.scope());
        caller = new Caller(company.first(), destinations());
        asked.clear();
        clock.advance(Duration.ofMillis(1));
    }

    @Test
    void one_that_the_bank_refused_is_asked_for_again_with_the_new_data_and_can_be_paid() {
        var page = caller.landing(add(typed(WRONG)));
        assertThat(page).contains("Refused", "There is no such address", "Edit what is wrong");
        var url = url(add(typed(WRONG)));
        assertThat(asked).as("the same data are not asked for twice").hasSize(1);

        var answer = add(typed("Pier 4"));

        assertThat(answer.header("Location")).endsWith(url);
        assertThat(caller.landing(answer)).contains("asked for it again, with the data you gave", "Active");
        assertThat(asked).extracting(one -> one.creditor().address()).containsExactly(WRONG, "Pier 4");
        assertThat(asked).extracting(NewBeneficiary::reference).doesNotHaveDuplicates();
        assertThat(caller.get(url)).contains("Edited", "New payout to this destination");
    }

    @Test
    void one_that_the_bank_refused_is_asked_for_again_by_the_api_and_by_a_bulk() {
        String refused = post(WRONG, "")
                .then()
                .body("[0].status", is("FAILED"))
                .extract()
                .path("[0].destination_id");

        post("Pier 4", "")
                .then()
                .statusCode(200)
                .body("[0].destination_id", is(refused))
                .body("[0].status", is("CONFIRMED"))
                .body("[0].error_message", nullValue());

        program.call()
                .body("""
                        {"account_id":"%s","authorize_payment":false,"payments":[{"destination_details":{"name":"Najd Traders",
                        "iban":"AE680030012312312312123","address":"%s","city":"Abu Dhabi","country":"ARE"},"amount":5,
                        "currency":"AED","description":"Salary"}]}""".formatted(company.account().value(), WRONG))
                .post("/payouts/v1/bulk-payments")
                .then()
                .statusCode(201);
        companies.work(company);
        program.call()
                .body("""
                        {"account_id":"%s","authorize_payment":false,"payments":[{"destination_details":{"name":"Najd Traders",
                        "iban":"AE680030012312312312123","address":"Olaya","city":"Abu Dhabi","country":"ARE"},"amount":5,
                        "currency":"AED","description":"Salary"}]}""".formatted(company.account().value()))
                .post("/payouts/v1/bulk-payments")
                .then()
                .statusCode(201);
        companies.work(company);
        program.call()
                .get(API)
                .then()
                .body("content.address", hasItem("Olaya"))
                .body("content.address", not(hasItem(WRONG)))
                .body("content.status", everyItem(is("ACTIVE")));
    }

    @Test
    void one_that_can_be_paid_shows_the_difference_and_is_updated_only_when_somebody_says_so() {
        var url = url(add(typed("Pier 4")));
        var other = typed("Pier 5");
        other.put("swift_code", "ADCBAEAA");

        var difference = add(other);

        difference
                .then()
                .statusCode(422)
                .body(containsString("You have this destination already"))
                .body(containsString("Pier 4"))
                .body(containsString("Pier 5"))
                .body(containsString("ADCBAEAA"))
                .body(containsString("Update"));
        assertThat(caller.get(url)).contains("Pier 4").doesNotContain("Pier 5");
        assertThat(asked).hasSize(1);

        var update = new HashMap<>(other);
        update.put("revision", "0");
        assertThat(caller.landing(caller.post(url + "/changes", update)))
                .contains(
                        "The destination is saved",
                        "Pier 5",
                        "ADCBAEAA",
                        "Active",
                        "Taken by the bank with the new data");
        assertThat(asked).extracting(one -> one.creditor().swiftCode()).containsExactly(null, "ADCBAEAA");
        assertThat(asked).extracting(NewBeneficiary::reference).doesNotHaveDuplicates();
    }

    @Test
    void the_api_answers_with_the_stored_data_and_says_what_was_not_taken() {
        post("Pier 4", ",\"swift_code\":\"ADCBAEAA\"").then().statusCode(200).body("[0].error_message", nullValue());

        post("Pier 5", ",\"display_name\":\"Harbour\"")
                .then()
                .statusCode(200)
                .body("[0].status", is("CONFIRMED"))
                .body("[0].display_name", is("Harbour Logistics"))
                .body(
                        "[0].error_message",
                        is("This destination exists already and stays as it is. Not taken: display_name, address."));
        program.call().get(API).then().body("content[0].address", is("Pier 4"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_form_that_is_sent_twice_is_one_edit_and_one_that_was_overtaken_keeps_what_was_typed() {
        var url = url(add(typed("Pier 4")));
        var mine = typed("Pier 6");
        mine.put("revision", "0");

        for (var time = 0; time < 2; time++) {
            assertThat(caller.landing(caller.post(url + "/changes", mine))).contains("The destination is saved");
        }
        assertThat(asked).hasSize(2);
        var theirs = typed("Pier 7");
        theirs.put("revision", "0");
        caller.post(url + "/changes", theirs)
                .then()
                .statusCode(422)
                .body(containsString("Somebody edited this destination meanwhile"))
                .body(containsString("Pier 4"))
                .body(containsString("Pier 6"))
                .body(containsString("value=\"Pier 7\""))
                .body(containsString("name=\"revision\" value=\"1\""));
        assertThat(asked).hasSize(2);
    }

    @Test
    void of_two_edits_at_once_one_counts_and_the_other_is_told() {
        var url = url(add(typed("Pier 4")));
        for (var round = 0; round < 5; round++) {
            var revision = Integer.toString(round);
            var both = Together.run(List.<Callable<Response>>of(
                    () -> change(url, "North " + revision, revision),
                    () -> change(url, "South " + revision, revision)));

            assertThat(both)
                    .extracting(outcome -> outcome.get().statusCode())
                    .as("round " + round)
                    .containsExactlyInAnyOrder(303, 422);
        }
    }

    @Test
    void what_the_bank_says_of_data_that_were_edited_meanwhile_is_not_recorded() {
        during = () -> {
            var made = destinations.newest(company.scope(), "harbour", null, 1).get(0);
            var wanted =
                    new NewDestination(made.name(), "", made.iban(), "Pier 4", "Abu Dhabi", "ARE", "AED", null, null);
            edit.edit(
                    company.scope(),
                    made.id(),
                    0,
                    PayeeDetails.of(wanted.tidy()),
                    company.owner().actor());
        };
        var url = url(add(typed(WRONG)));
        companies.work(company);

        assertThat(asked).extracting(one -> one.creditor().address()).containsExactly(WRONG, "Pier 4");
        assertThat(caller.get(url)).contains("Pier 4", "Active").doesNotContain("There is no such address");
    }

    @Test
    void an_edit_while_a_cool_off_ends_is_still_asked_for() {
        coolOff = clock.instant().plusSeconds(60);
        var url = url(add(typed("Pier 4")));
        clock.advance(Duration.ofMinutes(2));
        var known = destinations.newest(company.scope(), "harbour", null, 1).get(0);
        var beneficiary = destinations.beneficiary(company.scope(), known.id()).orElseThrow();
        var lease = QuarkusTransaction.requiringNew()
                .call(() -> new WorkTable("beneficiary", entities)
                        .claimOne(beneficiary.id(), ids.next(), clock.instant(), BeneficiaryWork.LEASE))
                .orElseThrow();
        change(url, "Pier 5", "0").then().statusCode(303);

        work.ask(List.of(lease)).toCompletableFuture().join();

        assertThat(asked).extracting(one -> one.creditor().address()).containsExactly("Pier 4", "Pier 5");
        assertThat(caller.get(url)).contains("Pier 5", "Active");
    }

    @Test
    void a_display_name_is_edited_without_asking_the_bank() {
        var url = url(add(typed("Pier 4")));
        var named = typed("Pier 4");
        named.put("display_name", "The harbour");
        named.put("revision", "0");

        assertThat(caller.landing(caller.post(url + "/changes", named))).contains("The harbour", "Active");
        assertThat(asked).hasSize(1);
        assertThat(caller.get(destinations())).contains("Harbour Logistics", "The harbour");
        assertThat(new Caller(company.owner(), destinations())
                        .get(company.scope().path() + "/activity"))
                .contains("Destination edited", "The harbour");
    }

    @Test
    void legal_name_and_iban_are_not_edited() {
        var url = url(add(typed("Pier 4")));
        var other = typed("Pier 4");
        other.put("name", "Somebody Else");
        other.put("iban", "AE680030012312312312123");
        other.put("revision", "0");

        assertThat(caller.landing(caller.post(url + "/changes", other)))
                .contains("Harbour Logistics", "AE29 0330 0000 1234 5678 901")
                .doesNotContain("Somebody Else", "AE68");
    }

    @Test
    void a_removed_one_is_neither_paid_nor_edited_until_it_is_added_again() {
        var url = url(add(typed("Pier 4")));
        for (var time = 0; time < 2; time++) {
            assertThat(caller.landing(caller.post(url + "/removal", Map.of())))
                    .contains("The destination is removed", "It was removed. Add it again to pay it")
                    .doesNotContain("/changes/new", "/removal", "payouts/new?destination");
        }
        var other = typed("Pier 5");
        other.put("revision", "0");
        assertThat(caller.landing(caller.post(url + "/changes", other))).contains("was removed meanwhile");

        assertThat(caller.landing(add(typed("Pier 5")))).contains("asked for it again", "Pier 5", "Active");
        assertThat(caller.get(url)).contains("Removed", "Edited", "/removal");
    }

    @Test
    void what_nobody_sees_is_refused_in_both_languages_and_by_the_api() {
        var hidden = typed("Pier \u202e4");
        add(hidden).then().statusCode(422).body(containsString("remove invisible, control and private-use characters"));
        hidden.put("address", "Pier 4");
        hidden.put("name", "Harbour Lo\u200bgistics");
        caller.postIn("ar", destinations(), form(hidden))
                .then()
                .statusCode(422)
                .body(containsString("احذف المحارف المخفية"));
        post("Pier \u2066 4", "").then().statusCode(400).body("message", containsString("field: address"));
        assertThat(asked).isEmpty();
    }

    @Test
    void a_word_of_several_alphabets_is_warned_of_where_it_was_entered_and_in_the_list() {
        var imitated = typed("Pier 4");
        imitated.put("name", "Hаrbour Logistics");

        assertThat(caller.landing(add(imitated))).contains("mixes letters of several alphabets");
        assertThat(caller.get(destinations())).contains("“Hаrbour” mixes letters of several alphabets");
    }

    @Test
    void a_destination_of_another_company_is_not_there_to_edit_or_remove() {
        var url = url(add(typed("Pier 4")));
        var strangers = companies.open(new PaperBank(clock));
        var stranger = new Caller(strangers.first(), strangers.scope().path() + "/destinations");
        var theirs = url.replace(company.scope().path(), strangers.scope().path());
        var form = typed("Pier 5");
        form.put("revision", "0");

        stranger.missing(theirs + "/changes/new");
        stranger.post(theirs + "/changes", form).then().statusCode(404);
        stranger.post(theirs + "/removal", Map.of()).then().statusCode(404);
        program.call()
                .get(API)
                .then()
                .body("content[0].address", is("Pier 4"))
                .body("content[0].status", is(not("REMOVED")));
    }

    private Response change(String url, String address, String revision) {
        var form = typed(address);
        form.put("revision", revision);
        return caller.post(url + "/changes", form);
    }

    private Response add(Map<String, String> typed) {
        return caller.post(destinations(), form(typed));
    }

    private Map<String, String> form(Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("id", ids.next().toString());
        return form;
    }

    private String url(Response added) {
        added.then().statusCode(303);
        return java.net.URI.create(added.header("Location")).getPath();
    }

    private static Map<String, String> typed(String address) {
        var typed = new HashMap<String, String>();
        typed.put("name", "Harbour Logistics");
        typed.put("iban", "AE290330000012345678901");
        typed.put("address", address);
        typed.put("city", "Abu Dhabi");
        typed.put("country", "ARE");
        typed.put("currency_iso_code", "AED");
        return typed;
    }

    private Response post(String address, String more) {
        return program.call().body("""
                        {"name":"Harbour Logistics","iban":"AE290330000012345678901","address":"%s","city":"Abu Dhabi",
                        "country":"ARE","currency_iso_code":"AED"%s}""".formatted(address, more)).post(API);
    }

    private String destinations() {
        return company.scope().path() + "/destinations";
    }
}
