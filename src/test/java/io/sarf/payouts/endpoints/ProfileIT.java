package io.sarf.payouts.endpoints;

import static io.sarf.payouts.endpoints.Companies.require;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person chooses for themselves holds from their next page on, on every page, and for nobody else. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ProfileIT {
    private static final Pattern TIME = Pattern.compile("<time class=\"moment\" datetime=\"([^\"]+)\"[^>]*>([^<]+)<");
    private static final String AUTO = "data-bs-theme=\"light\" data-theme=\"auto\"";

    @Inject
    Companies companies;

    private Company company;
    private Visitor person;

    @BeforeEach
    void somebody_with_a_company() {
        company = companies.founded("Tamr Trading");
        person = company.founder();
    }

    @Test
    void the_language_is_that_of_every_page_also_of_those_that_say_what_went_wrong() {
        assertThat(person.get(company.sandbox() + "/team").body()).contains("<html lang=\"en\" dir=\"ltr\"");

        require(choose("ar", "UTC", "AUTO", "AT_ONCE"), 303);

        assertThat(person.get("/profile").body())
                .contains("<html lang=\"ar\" dir=\"rtl\"")
                .contains("حُفظت اختياراتك.");
        assertThat(person.get(company.sandbox() + "/team").body()).contains("<html lang=\"ar\" dir=\"rtl\"");
        var missing = person.get(company.sandbox() + "/nowhere");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("<html lang=\"ar\" dir=\"rtl\"");
        assertThat(person.get("/representative").status()).isEqualTo(403);
        assertThat(person.get("/representative").body()).contains("<html lang=\"ar\" dir=\"rtl\"");

        require(choose("", "UTC", "AUTO", "AT_ONCE"), 303);
        assertThat(person.get(company.sandbox() + "/team").body()).contains("<html lang=\"en\" dir=\"ltr\"");
    }

    @Test
    void times_are_those_of_the_zone_and_say_how_far_it_is_from_utc() {
        assertThat(shownTime(company.sandbox() + "/team")).endsWith(" UTC");

        require(choose("", "Asia/Dubai", "AUTO", "AT_ONCE"), 303);

        var team = person.get(company.sandbox() + "/team").body();
        var time = TIME.matcher(team);
        assertThat(time.find()).isTrue();
        var dubai = Instant.parse(time.group(1)).atZone(ZoneId.of("Asia/Dubai"));
        assertThat(time.group(2))
                .isEqualTo(DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC+4'", Locale.ENGLISH)
                        .format(dubai));
        assertThat(shownTime(company.sandbox() + "/activity")).endsWith(" UTC+4");
    }

    @Test
    void light_or_dark_stands_in_the_page_itself() {
        assertThat(person.get("/profile").body()).contains(AUTO);
        require(choose("", "UTC", "DARK", "AT_ONCE"), 303);
        assertThat(person.get("/profile").body()).contains("data-bs-theme=\"dark\" data-theme=\"dark\"");
        assertThat(person.get(company.sandbox() + "/team").body())
                .contains("data-bs-theme=\"dark\" data-theme=\"dark\"");
        require(choose("", "UTC", "LIGHT", "AT_ONCE"), 303);
        assertThat(person.get(company.sandbox() + "/team").body())
                .contains("data-bs-theme=\"light\" data-theme=\"light\"");
    }

    @Test
    void each_field_is_refused_with_its_own_message_and_the_others_are_kept() {
        var language = choose("fr", "Asia/Dubai", "DARK", "DAILY");
        refused(language, "language-error", "Choose one of these.");
        assertThat(language.body())
                .contains("value=\"Asia/Dubai\" selected")
                .contains("value=\"DARK\" checked")
                .contains("value=\"DAILY\" checked");
        refused(choose("ar", "Mars/Phobos", "DARK", "DAILY"), "zone-error", "Choose a time zone of the list.");
        refused(choose("ar", "", "DARK", "DAILY"), "zone-error", "Choose a time zone of the list.");
        refused(choose("ar", "UTC", "PINK", "DAILY"), "theme-error", "Choose one of these.");
        refused(choose("ar", "UTC", "DARK", "HOURLY"), "awaiting-error", "Choose one of these.");
        refused(person.post("/profile"), "language-error", "Choose one of these.");

        assertThat(person.get("/profile").body())
                .contains("<html lang=\"en\"")
                .contains(AUTO)
                .contains("value=\"UTC\" selected")
                .contains("value=\"AT_ONCE\" checked");
    }

    @Test
    void a_zone_with_two_names_is_taken_under_either_and_shown_as_chosen() {
        require(choose("", "Asia/Kolkata", "AUTO", "OFF"), 303);
        assertThat(person.get("/profile").body())
                .contains("selected>Kolkata (UTC+5:30)</option>")
                .contains("value=\"OFF\" checked");
        assertThat(shownTime(company.sandbox() + "/team")).endsWith(" UTC+5:30");
    }

    @Test
    void it_is_ones_own_and_of_nobody_else() {
        var other = companies.founded("Noor Stationery");
        var id = companies
                .value("select person from member where application = ?", other.application())
                .orElseThrow();

        require(
                person.post(
                        "/profile?person=" + id,
                        "language",
                        "ar",
                        "zone",
                        "Asia/Dubai",
                        "theme",
                        "DARK",
                        "awaiting",
                        "OFF",
                        "id",
                        id,
                        "person",
                        id),
                303);

        assertThat(other.founder().get("/profile").body())
                .contains("<html lang=\"en\"")
                .contains(AUTO)
                .contains("value=\"UTC\" selected");
        assertThat(companies.value("select mail_awaiting from person where id = ?", id))
                .isEmpty();
    }

    @Test
    void the_way_back_leads_to_a_place_of_ones_own_and_nowhere_else() {
        var other = companies.founded("Noor Stationery");
        assertThat(person.get(company.sandbox() + "/team").body())
                .contains("href=\"/profile?from=" + company.sandbox() + "\"");
        assertThat(person.get("/profile?from=" + company.sandbox()).body())
                .contains("href=\"" + company.sandbox() + "/getting-started\"")
                .contains("Tamr Trading");
        for (var from : new String[] {other.sandbox(), "https://evil.example", "//evil.example", "%22%3E%3Cb%3E"}) {
            assertThat(person.get("/profile?from=" + from).body())
                    .contains("class=\"back\" href=\"/dashboard\"")
                    .doesNotContain("Noor Stationery", "evil.example", "\"><b>");
        }
    }

    @Test
    void somebody_without_a_company_has_one_too() {
        var newcomer = companies.newcomer(Person.named("Basma", "Nasser"), "a newcomer");
        require(newcomer.get("/profile"), 200);
        require(
                newcomer.post("/profile", "language", "ar", "zone", "UTC", "theme", "AUTO", "awaiting", "AT_ONCE"),
                303);
        assertThat(newcomer.get("/dashboard").body()).contains("<html lang=\"ar\" dir=\"rtl\"");
        require(companies.representative().get("/profile"), 200);
    }

    private Visitor.Answer choose(String language, String zone, String theme, String awaiting) {
        return person.post("/profile", "language", language, "zone", zone, "theme", theme, "awaiting", awaiting);
    }

    private static void refused(Visitor.Answer answer, String place, String message) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).containsPattern("id=\"" + place + "\">.*" + Pattern.quote(message));
    }

    private String shownTime(String page) {
        var time = TIME.matcher(person.get(page).body());
        assertThat(time.find()).as("a time on " + page).isTrue();
        return time.group(2);
    }
}
