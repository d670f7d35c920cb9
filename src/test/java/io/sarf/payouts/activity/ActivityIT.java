package io.sarf.payouts.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Role;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody finds among the entries: what they look for, what they may read, and nothing of anybody else's. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ActivityIT {
    private static final Pattern ROW = Pattern.compile("(?s)<tr>\\s*<td>(.*?)</tr>");

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    KnownPrograms programs;

    @Inject
    EntryHistory history;

    @Inject
    Journal journal;

    @Inject
    Members members;

    @Inject
    Details details;

    @Inject
    Banks banks;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Scope scope;
    private String page;
    private Caller owner;
    private Caller controller;

    @BeforeEach
    void a_company_whose_bank_has_taken_its_payee() {
        company = companies.open(new PaperBank(clock));
        companies.work(company);
        scope = company.scope();
        page = scope.path() + "/activity";
        owner = new Caller(company.owner(), scope.path() + "/payouts/new");
        controller = new Caller(company.first(), scope.path() + "/payouts/new");
    }

    /** No test gets by an entry that nobody could read ({@link EntriesHaveWords}). */
    @Test
    void an_entry_that_nobody_has_words_for_is_not_written() {
        var subject = new Change.Subject("payout", UUID.randomUUID(), 1);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> journal.record(
                                Change.of(Chain.of(company.scope()), "payout.unnamed", subject, Actor.SYSTEM))))
                .hasStackTraceContaining("Nobody has named entries of type payout.unnamed");
    }

    @Test
    void what_a_person_did_and_what_happened_to_them_is_theirs_and_nothing_else() {
        companies.pay(company, false);

        assertThat(rows(owner.get(page + "?who=" + company.first().id())))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("First Controller"))
                .anySatisfy(row -> assertThat(row).contains("Bank connected"))
                .anySatisfy(row -> assertThat(row).contains("Member joined"))
                .noneSatisfy(row -> assertThat(row).contains("Payout created"));
    }

    @Test
    void an_actor_that_is_no_person_is_found_by_its_kind() {
        assertThat(rows(owner.get(page + "?who=BANK")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("Paper Bank"))
                .anySatisfy(row -> assertThat(row).contains("Destination taken by the bank"));
        assertThat(rows(owner.get(page + "?who=REPRESENTATIVE"))).isEmpty();
    }

    @Test
    void a_type_a_kind_and_one_subject_are_found() {
        var payout = companies.pay(company, false);
        companies.pay(company, false);
        companies.work(company);

        assertThat(rows(owner.get(page + "?type=payout.created")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("Payout created"));
        assertThat(rows(owner.get(page + "?kind=connection")))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).contains("Bank connected"));
        assertThat(rows(owner.get(page + "?subject=" + payout)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("/payouts/" + payout));
        assertThat(rows(owner.get(page + "?kind=connection&subject=" + payout))).isEmpty();
    }

    @Test
    void both_days_belong_to_the_time_looked_for() {
        companies.pay(company, false);
        clock.advance(Duration.ofDays(2));
        companies.pay(company, false);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var created = page + "?type=payout.created";

        assertThat(rows(owner.get(created + "&from=" + today))).hasSize(1);
        assertThat(rows(owner.get(created + "&from=" + today + "&to=" + today))).hasSize(1);
        assertThat(rows(owner.get(created + "&from=" + today.minusDays(2)))).hasSize(2);
        assertThat(rows(owner.get(created + "&to=" + today.minusDays(2)))).hasSize(1);
        assertThat(rows(owner.get(created + "&from=" + today.minusDays(1) + "&to=" + today.minusDays(1))))
                .isEmpty();
    }

    @Test
    void filters_narrow_together_and_older_pages_keep_them() {
        for (var i = 0; i < 51; i++) {
            companies.pay(company, false);
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var wanted = page + "?who=" + company.owner().id() + "&type=payout.created&kind=payout&from=" + today + "&to="
                + today;

        var first = owner.get(wanted);
        assertThat(rows(first)).hasSize(50);
        var older = links(first).stream()
                .filter(link -> link.contains("before="))
                .findFirst()
                .orElseThrow();
        var second = owner.get(older);
        assertThat(rows(second))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Payout created"));
        assertThat(links(second)).contains(wanted);
        assertThat(rows(owner.get(wanted.replace(company.owner().id().toString(), "BANK"))))
                .isEmpty();
    }

    @Test
    void where_nothing_fits_the_page_says_how_to_see_everything() {
        assertThat(owner.get(page + "?to=2001-01-01"))
                .contains("Nothing fits these filters", "Clear filters", "href=\"" + page + "\"");
    }

    @Test
    void what_cannot_be_meant_is_refused_at_its_field_and_everything_typed_is_kept() {
        var answer =
                owner.follow(page + "?who=nobody&type=payout.invented&kind=planet&subject=42&from=2026-02-30&to=soon");
        answer.then().statusCode(422);
        var form = answer.asString();
        assertThat(form)
                .contains("nobody is not in this list", "payout.invented is not in this list")
                .contains("planet is not in this list", "42 is no id", "2026-02-30 is no day", "soon is no day")
                .contains("value=\"42\"", "value=\"2026-02-30\"", "value=\"soon\"");
        assertThat(rows(form)).isEmpty();

        var backwards = owner.follow(page + "?type=payout.created&from=2026-02-03&to=2026-02-02");
        backwards.then().statusCode(422);
        assertThat(backwards.asString())
                .contains("This is before the first day", "value=\"2026-02-03\"", "value=\"2026-02-02\"")
                .contains("value=\"payout.created\" selected");
        for (var year : List.of("0001-01-01", "9999-12-31", "%2B999999999-12-31", "2026-1-1")) {
            owner.follow(page + "?from=" + year).then().statusCode(422);
        }
        owner.follow(page + "?subject=1-1-1-1-1").then().statusCode(422);
        assertThat(owner.get(page + "?who=&type=&kind=&subject=&from=&to=")).contains("Member joined");
    }

    @Test
    void a_financial_controller_finds_and_may_look_for_entries_of_payouts_only() {
        companies.pay(company, false);
        var all = controller.get(page);
        assertThat(all)
                .contains("Payout created", "Bank connected")
                .doesNotContain("Member joined", "member.joined", "webhook_endpoint");
        assertThat(rows(controller.get(page + "?who=" + company.first().id())))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Bank connected"));
        controller.follow(page + "?type=member.joined").then().statusCode(422);
        controller.follow(page + "?kind=member").then().statusCode(422);
        var another = company.second();
        var member = members.all(scope.application()).stream()
                .filter(one -> one.person().equals(another.id()))
                .findFirst()
                .orElseThrow()
                .member();
        assertThat(owner.get(page + "?subject=" + member)).contains("Member joined", another.email());
        assertThat(controller.follow(page + "?subject=" + member).asString())
                .doesNotContain("Member joined", another.email());
        assertThat(csv(controller, "")).contains("Payout created").doesNotContain("Member joined");
        assertThat(controller.get(page)).doesNotContain(page + "/journal");
    }

    @Test
    void somebody_who_left_can_be_looked_for_by_whoever_may_read_of_them() {
        var gone = people.member(scope.application(), "Gone Admin", Role.ADMIN);
        assertThat(controller.get(page)).contains("Gone Admin");
        new Caller(gone, scope.path() + "/team/departure")
                .post(scope.path() + "/team/departure", Map.of())
                .then()
                .statusCode(303);

        assertThat(owner.get(page)).contains("Gone Admin (left)");
        assertThat(rows(owner.get(page + "?who=" + gone.id())))
                .anySatisfy(row -> assertThat(row).contains("Member left"));
        assertThat(controller.get(page)).doesNotContain("Gone Admin");
        controller.follow(page + "?who=" + gone.id()).then().statusCode(422);
    }

    @Test
    void nothing_of_another_application_is_ever_found() {
        var others = companies.open(new PaperBank(clock));
        var payout = companies.pay(others, false);

        assertThat(rows(owner.get(page + "?subject=" + payout))).isEmpty();
        assertThat(owner.get(page + "?subject=" + payout)).doesNotContain("Noor Hadid");
        owner.follow(page + "?who=" + others.owner().id()).then().statusCode(422);
        assertThat(csv(owner, "?subject=" + payout).lines()).hasSize(1);
        assertThat(csv(owner, "?type=payout.created").lines()).hasSize(1);
        var production = new Caller(company.owner(), scope.path() + "/payouts/new");
        var ours = companies.pay(company, false);
        assertThat(rows(production.get(page.replace("/sandbox/", "/production/") + "?subject=" + ours)))
                .isEmpty();
    }

    @Test
    void each_line_leads_to_everything_about_its_subject_and_its_person_and_the_page_says_whom_it_follows() {
        var payout = companies.pay(company, false);
        var followed = page + "?subject=" + payout;
        assertThat(links(owner.get(page)))
                .contains(followed, page + "?who=" + company.owner().id(), page + "?who=BANK");
        assertThat(heading(owner.get(followed))).contains("payout", "Noor Hadid", "AED", "120.00");
        assertThat(links(owner.get(followed))).doesNotContain(followed + "\"").contains(page);
        var person = owner.get(page + "?who=" + company.second().id());
        assertThat(heading(person)).contains("Second Controller");

        assertThat(links(owner.get(scope.path() + "/payouts/" + payout))).contains(followed);
        assertThat(links(owner.get(scope.path() + "/destinations/" + company.destination())))
                .contains(page + "?subject=" + company.destination());
        assertThat(links(owner.get(scope.path() + "/connections")))
                .filteredOn(link -> link.startsWith(page + "?subject="))
                .hasSize(3)
                .allSatisfy(link -> assertThat(heading(owner.get(link))).contains("bank connection", "Paper Bank"));
        var member = links(owner.get(scope.path() + "/team")).stream()
                .filter(link -> link.contains("/team/members/"))
                .map(link -> owner.get(link))
                .filter(one -> one.contains(company.first().email()))
                .findFirst()
                .orElseThrow();
        assertThat(links(member)).contains(page + "?who=" + company.first().id());
    }

    @Test
    void the_file_holds_what_is_shown_with_every_cell_a_spreadsheet_can_trust() throws IOException {
        record(
                "thing.changed",
                Actor.person(UUID.randomUUID(), "=HYPERLINK(\"x\")").from("203.0.113.7"));
        var payout = companies.pay(company, false);

        var answer = owner.follow(page + "/export?subject=" + payout);
        answer.then().statusCode(200).header("Content-Type", "text/csv; charset=utf-8");
        assertThat(answer.header("Content-Disposition")).contains("attachment", "activity-" + scope.application());
        var body = new String(answer.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body)
                .startsWith(
                        "\uFEFFTime (UTC),Who,Kind of actor,Address,What,Kind of subject,Id of subject,Details,Id of entry\r\n");
        assertThat(body.lines().skip(1))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .startsWith(clock.instant() + ",Owner,Person,,Payout created,payout," + payout + ",")
                        .contains("Recipient: Noor Hadid", "120.00"));

        assertThat(csv(owner, ""))
                .contains(",\"'=HYPERLINK(\"\"x\"\")\",Person,203.0.113.7,Thing changed,thing,")
                .contains("Payout created", "Member joined");
    }

    @Test
    void a_filter_that_cannot_be_used_is_shown_by_the_page_and_makes_no_file() {
        var answer = owner.follow(page + "/export?from=soon");
        answer.then().statusCode(303);
        assertThat(answer.header("Location")).endsWith(page + "?from=soon");
    }

    @Test
    void a_file_with_as_many_rows_as_it_may_have_says_that_there_are_more() throws IOException {
        for (var i = 0; i < 4; i++) {
            companies.pay(company, false);
        }
        var created = new Wanted(java.util.Set.of(), "payout.created", null, null, null, null, null);
        assertThat(written(created, 3).lines())
                .hasSize(5)
                .last()
                .isEqualTo("Only the newest 3 entries are in this file. Choose fewer days to get older ones.");
        assertThat(written(created, 4).lines()).hasSize(5).last().asString().contains("Payout created");
    }

    @Test
    void a_change_is_told_from_what_to_what_and_what_stayed_is_not_told() {
        var payout = companies.pay(company, false);
        companies.work(company);
        assertThat(rows(owner.get(page + "?type=payout.queued&subject=" + payout)))
                .singleElement()
                .satisfies(
                        row -> assertThat(text(row)).contains("Status On its way to the bank Awaiting authorization"));

        assertThat(rows(owner.get(page + "?type=beneficiary.created")))
                .singleElement()
                .satisfies(row -> assertThat(text(row)).contains("Status Being added at the bank Active"));

        var id = UUID.randomUUID();
        var hooks = scope.path() + "/webhooks";
        owner.post(
                hooks,
                Map.of("id", id.toString(), "url", "http://localhost:8089/old", "description", "", "which", "all"));
        owner.post(
                        hooks + "/" + id + "/settings",
                        Map.of("version", "0", "url", "http://localhost:8089/new", "description", "", "which", "all"))
                .then()
                .statusCode(303);
        assertThat(rows(owner.get(page + "?type=webhook_endpoint.changed")))
                .singleElement()
                .satisfies(row -> assertThat(text(row))
                        .containsPattern("URL *http://localhost:8089/old *http://localhost:8089/new")
                        .doesNotContain("Description", "Events"));
    }

    @Test
    void a_program_is_shown_with_the_address_it_called_from() {
        programs.program(scope)
                .call("one")
                .body(Map.of(
                        "name", "Harbour Logistics",
                        "iban", "AE680030012312312312123",
                        "address", "Pier 4",
                        "city", "Abu Dhabi",
                        "country", "ARE",
                        "currency_iso_code", "AED"))
                .post("/payouts/v1/payment/destinations")
                .then()
                .statusCode(200);

        assertThat(rows(owner.get(page + "?who=API_CLIENT")))
                .singleElement()
                .satisfies(row -> assertThat(text(row)).contains("Destination added", "API client", "127.0.0.1"));
        assertThat(csv(owner, "?who=API_CLIENT")).contains(",API client,127.0.0.1,Destination added,");
    }

    private void record(String type, Actor by) {
        var subject = new Change.Subject("thing", UUID.randomUUID(), 0);
        QuarkusTransaction.requiringNew().run(() -> journal.record(Change.of(Chain.of(scope), type, subject, by)));
    }

    private String csv(Caller reader, String query) {
        var answer = reader.follow(page + "/export" + query);
        answer.then().statusCode(200);
        return new String(answer.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String written(Wanted wanted, int most) throws IOException {
        var out = new StringWriter();
        new ActivityCsv(history, details, ActivityWords.in("en", banks), most).write(scope, wanted, out);
        return out.toString();
    }

    private static List<String> rows(String html) {
        return ROW.matcher(html).results().map(MatchResult::group).toList();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String heading(String html) {
        return html.replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
    }

    private static List<String> links(String html) {
        return Arrays.stream(html.split("href=\"", -1))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')).replace("&amp;", "&"))
                .toList();
    }
}
