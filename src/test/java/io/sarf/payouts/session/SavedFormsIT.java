package io.sarf.payouts.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SavedFormsIT {
    private static final Map<String, List<String>> TYPED = Map.of("name", List.of("Noor Stationery"));

    @Inject
    SavedForms forms;

    @Inject
    KnownPeople people;

    @Test
    void bank_credentials_codes_and_the_token_of_a_page_are_not_kept() {
        var person = people.representative("Noor Khalil").id();
        var secret = forms.expect(person, "/target", "/page");

        forms.save(
                secret,
                Map.of(
                        "name", List.of("Noor Stationery"),
                        "user_name", List.of("noor"),
                        "password", List.of("secret"),
                        "otp", List.of("1111"),
                        "code", List.of("2222"),
                        "csrf-token", List.of("token")));

        assertThat(forms.of(person, secret)).hasValueSatisfying(saved -> {
            assertThat(saved.target()).isEqualTo("/target");
            assertThat(saved.page()).isEqualTo("/page");
            assertThat(saved.fields()).isEqualTo(TYPED);
        });
    }

    @Test
    void a_form_is_kept_once_and_shown_to_nobody_but_its_sender() {
        var person = people.representative("Noor Khalil").id();
        var another = people.representative("Huda Saleh").id();
        var secret = forms.expect(person, "/target", "/page");

        assertThat(forms.of(person, secret)).isEmpty();
        assertThat(forms.save(secret, TYPED)).isTrue();
        assertThat(forms.save(secret, Map.of("name", List.of("Another")))).isFalse();
        assertThat(forms.of(another, secret)).isEmpty();
        assertThat(forms.of(person, secret)).map(SavedForms.Saved::fields).contains(TYPED);
    }

    @Test
    void the_next_form_of_the_same_person_takes_its_place() {
        var person = people.representative("Noor Khalil").id();
        var first = forms.expect(person, "/target", "/page");
        forms.save(first, TYPED);

        var next = forms.expect(person, "/target", "/page");

        assertThat(forms.of(person, first)).isEmpty();
        assertThat(forms.save(first, TYPED)).isFalse();
        assertThat(forms.save(next, TYPED)).isTrue();
    }

    @Test
    void a_form_is_sent_from_here_once_and_stays_to_be_read() {
        var person = people.representative("Noor Khalil").id();
        var another = people.representative("Huda Saleh").id();
        var secret = forms.expect(person, "/target", "/page");
        assertThat(forms.send(person, secret, true)).isEmpty();
        forms.save(secret, TYPED);

        assertThat(forms.send(another, secret, true)).isEmpty();
        assertThat(Together.run(4, () -> forms.send(person, secret, false)))
                .extracting(Together.Outcome::get)
                .containsOnlyOnce(Optional.of("/target"));
        assertThat(forms.of(person, secret))
                .hasValueSatisfying(saved -> assertThat(saved.sent()).isTrue());
    }

    @Test
    void of_several_late_forms_of_one_person_at_once_one_is_kept() {
        var person = people.representative("Noor Khalil").id();

        var secrets = Together.run(4, () -> forms.expect(person, "/target", "/page"));

        assertThat(secrets).noneMatch(Together.Outcome::failed);
        assertThat(secrets).extracting(one -> forms.save(one.get(), TYPED)).containsOnlyOnce(true);
    }
}
