package io.sarf.payouts.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class SettingsIT {
    @Inject
    Applications applications;

    @Inject
    RenameApplication renaming;

    @Inject
    Members members;

    @Inject
    KnownPeople people;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private Scope scope;
    private Person omar;
    private Person sara;
    private String settings;

    @BeforeEach
    void an_owner_and_an_admin() {
        scope = new Scope(
                QuarkusTransaction.requiringNew()
                        .call(() -> applications.add("Tamr Trading", clock.instant()))
                        .id(),
                Environment.SANDBOX);
        settings = scope.path() + "/settings";
        omar = people.member(scope.application(), "Omar Haddad", Role.OWNER);
        sara = people.member(scope.application(), "Sara Nasser", Role.ADMIN);
    }

    @Test
    void a_new_name_is_shown_everywhere_at_once_and_the_activity_says_from_what_to_what() {
        var admin = new Caller(sara, settings);
        var owner = new Caller(omar, settings);

        var said = admin.landing(rename(admin, "  Tamr & Sons  ", 0));

        assertThat(said).contains("The company is now called Tamr &amp; Sons.");
        assertThat(owner.get(scope.path() + "/getting-started")).contains("<bdi>Tamr &amp; Sons</bdi>");
        assertThat(owner.get(scope.path().replace("sandbox", "production") + "/settings"))
                .contains("value=\"Tamr &amp; Sons\"");
        assertThat(owner.get(scope.path() + "/activity"))
                .contains("Company renamed", ">Tamr Trading</bdi>", ">Tamr &amp; Sons</bdi>", "Sara Nasser");
        assertThat(renamings())
                .singleElement()
                .asString()
                .contains("\"name_before\":\"Tamr Trading\"", "\"name\":\"Tamr & Sons\"");
    }

    @Test
    void a_name_with_letters_of_several_alphabets_in_one_word_is_saved_with_a_warning() {
        var admin = new Caller(sara, settings);

        assertThat(admin.landing(rename(admin, "T\u0430mr Trading", 0))).contains("mixes letters of several alphabets");
        assertThat(admin.landing(rename(admin, "Tamr تمر", 1))).doesNotContain("mixes letters of several alphabets");
    }

    @Test
    void a_second_person_is_a_setting_of_the_sandbox_and_always_asked_for_in_production() {
        var admin = new Caller(sara, settings);
        assertThat(applications.require(scope).secondPerson()).isFalse();

        admin.post(settings + "/second-person", Map.of()).then().statusCode(303);
        admin.post(settings + "/second-person", Map.of()).then().statusCode(303);
        assertThat(asksForSecondPerson(scope)).isTrue();
        assertThat(admin.get(scope.path() + "/activity")).contains("Second person asked for");
        assertThat(entities.createQuery(
                                "select type from JournalEntry where application = :application and type = 'second_person.enabled'",
                                String.class)
                        .setParameter("application", scope.application().value())
                        .getResultList())
                .containsExactly("second_person.enabled");

        admin.post(settings + "/second-person/removal", Map.of()).then().statusCode(303);
        assertThat(asksForSecondPerson(scope)).isFalse();

        var production = new Scope(scope.application(), Environment.PRODUCTION);
        var there = production.path() + "/settings/second-person/removal";
        assertThat(admin.landing(admin.post(there, Map.of()))).contains("Always asked for in Production");
        assertThat(asksForSecondPerson(production)).isTrue();
    }

    private boolean asksForSecondPerson(Scope where) {
        return QuarkusTransaction.requiringNew()
                .call(() -> applications.require(where).secondPerson());
    }

    @Test
    void a_name_of_no_or_too_many_characters_is_refused_and_kept_in_the_form() {
        var owner = new Caller(omar, settings);

        refused(owner, "   ", "Enter a name of 1 to 80 characters.");
        assertThat(refused(owner, "n".repeat(81), "Enter a name of 1 to 80 characters."))
                .contains("value=\"" + "n".repeat(81) + "\"");
        assertThat(renamings()).isEmpty();
        rename(owner, "n".repeat(80), 0).then().statusCode(303);
        assertThat(name()).isEqualTo("n".repeat(80));
    }

    @Test
    void a_logo_is_shown_beside_the_name_until_it_is_taken_away_and_the_name_is_changed_as_before() throws IOException {
        var owner = new Caller(omar, settings);
        owner.missing(settings + "/logo");

        assertThat(owner.landing(owner.upload(settings + "/logo", "logo", "logo.png", png())))
                .contains("The logo is saved.", "src=\"" + settings + "/logo?v=");
        var answer = owner.follow(settings + "/logo");
        answer.then().statusCode(200).contentType("image/png");
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("private, max-age=31536000, immutable");
        assertThat(ImageIO.read(answer.asInputStream()).getWidth()).isEqualTo(40);
        assertThat(owner.get(scope.path() + "/activity")).contains("Logo changed");
        assertThat(name()).isEqualTo("Tamr Trading");
        rename(owner, "Tamr Foods", 0).then().statusCode(303);

        assertThat(owner.landing(owner.upload(settings + "/logo", "logo", "logo.svg", "<svg/>".getBytes(UTF_8))))
                .contains("This file cannot be read as a picture. Use a PNG or a JPEG.");
        assertThat(owner.landing(owner.upload(settings + "/logo", "logo", "empty.png", new byte[0])))
                .contains("Choose a file first.");
        assertThat(owner.landing(owner.upload(settings + "/logo", "logo", "large.png", new byte[2_000_000])))
                .contains("This file is too large.");
        assertThat(owner.landing(owner.post(settings + "/logo/removal", Map.of())))
                .contains("The logo is removed.")
                .doesNotContain("/settings/logo?v=");
        owner.missing(settings + "/logo");
    }

    private static byte[] png() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    @Test
    void the_same_name_is_no_change() {
        var owner = new Caller(omar, settings);
        assertThat(owner.landing(rename(owner, "Tamr Trading", 0))).contains("The name is as it was.");
        assertThat(renamings()).isEmpty();
    }

    @Test
    void a_name_that_was_changed_meanwhile_is_not_overwritten_before_it_was_seen() {
        var owner = new Caller(omar, settings);
        var admin = new Caller(sara, settings);
        rename(admin, "Tamr Foods", 0).then().statusCode(303);

        var again = owner.post(settings + "/name", Map.of("name", "Tamr Group", "version", "0"));
        again.then().statusCode(422);
        assertThat(again.asString())
                .contains("Somebody has changed the name meanwhile, to Tamr Foods.")
                .contains("value=\"Tamr Group\"", "name=\"version\" value=\"1\"");
        assertThat(name()).isEqualTo("Tamr Foods");

        rename(owner, "Tamr Group", 1).then().statusCode(303);
        assertThat(name()).isEqualTo("Tamr Group");
        assertThat(renamings()).hasSize(2);
    }

    @Test
    void of_two_new_names_at_once_one_holds_and_has_an_entry() {
        var as = as(omar);
        var done = Together.run(
                List.of(() -> renaming.rename(as, omar, "First", 0), () -> renaming.rename(as, omar, "Second", 0)));

        assertThat(done.stream().filter(Together.Outcome::failed)).hasSize(1);
        assertThat(renamings()).singleElement().asString().contains("\"name\":\"" + name() + "\"");
    }

    @Test
    void whoever_may_not_any_more_when_it_is_their_turn_changes_nothing() {
        var developer = people.member(scope.application(), "Dana Aziz", Role.DEVELOPER);
        var pretended = new Member(as(developer).id(), scope.application(), Grants.of(Role.OWNER));
        assertThatThrownBy(() -> renaming.rename(pretended, developer, "Mine", 0))
                .isInstanceOf(Missing.class);
        assertThat(name()).isEqualTo("Tamr Trading");
    }

    @Test
    void what_the_installation_allows_is_told_with_what_it_means() {
        var page = new Caller(omar, settings).get(settings);
        assertThat(page)
                .contains("6000 calls a minute", "answered 429")
                .contains("15 minutes", "or signs in again")
                .contains("7 days", "93 days", "90 days", "for good");
    }

    private io.restassured.response.Response rename(Caller by, String name, long version) {
        return by.post(settings + "/name", Map.of("name", name, "version", String.valueOf(version)));
    }

    private String refused(Caller by, String name, String reason) {
        var answer = rename(by, name, 0);
        answer.then().statusCode(422);
        assertThat(answer.asString()).contains(reason);
        return answer.asString();
    }

    private Member as(Person person) {
        return members.all(scope.application()).stream()
                .filter(one -> one.person().equals(person.id()))
                .map(one -> new Member(one.member(), scope.application(), one.grants()))
                .findFirst()
                .orElseThrow();
    }

    private String name() {
        return QuarkusTransaction.requiringNew()
                .call(() -> applications.require(scope.application()).name());
    }

    private List<?> renamings() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("SELECT payload FROM journal_entry WHERE subject = :application"
                                + " AND type = 'application.renamed'")
                        .setParameter("application", scope.application().value())
                        .getResultList());
    }
}
